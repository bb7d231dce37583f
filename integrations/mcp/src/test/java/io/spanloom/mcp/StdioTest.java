package io.spanloom.mcp;

import static io.spanloom.testing.SpanloomAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.spanloom.testing.RecordedSpans;
import io.spanloom.testing.SpanloomExtension;
import io.spanloom.testing.Trace;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** A server in another process, behind its standard input and output. */
@Timeout(60)
@ExtendWith(SpanloomExtension.class)
class StdioTest {

  @Test
  void traceAndIdReachTheOtherProcess(RecordedSpans recorded) {
    ServerParameters server =
        ServerParameters.builder(Path.of(System.getProperty("java.home"), "bin", "java").toString())
            .args("-cp", System.getProperty("java.class.path"), StdioServer.class.getName())
            .build();
    String answer;
    try (McpSyncClient client =
        McpClient.sync(
                McpTracing.client(new StdioClientTransport(server, McpJsonDefaults.getMapper())))
            .build()) {
      client.initialize();
      answer = new Librarian().call(client, "who_asks", "Walden");
    }

    Trace trace = recorded.trace();
    assertThat(answer).isEqualTo("call_1 " + trace.traceId());
    assertThat(trace)
        .hasTree(
            """
            invoke_agent librarian
              chat stand-in
              execute_tool who_asks
            """);
    assertThat(trace).hasSpan("execute_tool who_asks").hasAttribute("network.transport", "pipe");
  }
}
