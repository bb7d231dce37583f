package io.spanloom.bedrock;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.integrations.testing.NativeImageFiles;
import io.spanloom.integrations.testing.ReplayServer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;

/** Stand-ins are proxies, which an image has to know when it is built. */
class NativeImageTest {

  @Test
  void standInsAreDeclared() throws Exception {
    NativeImageFiles files = new NativeImageFiles(Traced.class, "spanloom-bedrock");
    assertThat(files.missing()).isEmpty();
    try (ReplayServer server = new ReplayServer();
        BedrockRuntimeClient client = Clients.of(server);
        BedrockRuntimeAsyncClient async = Clients.async(server)) {
      assertThat(files.declares(Traced.client(client))).isTrue();
      assertThat(files.declares(Traced.client(async))).isTrue();
    }
  }
}
