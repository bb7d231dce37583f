package io.spanloom.integrations.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.Spanloom;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

class SignaturesTest {

  @Test
  void findsThoseThatNameAMissingType() throws Exception {
    assertThat(WithoutLibrary.run(OwnSignatures.class, "opentelemetry-sdk-trace"))
        .anyMatch(
            line ->
                line.startsWith("io.spanloom.integrations.testing.TracedProgram$Names: java.lang."))
        .noneMatch(line -> line.startsWith("io.spanloom.integrations.testing.Reply:"));
  }

  /** OpenTelemetry's SDK is optional; only {@code io.spanloom.sdk} is about it. */
  @Test
  void theRuntimeNeedsNoSdk() throws Exception {
    assertThat(WithoutLibrary.run(RuntimeSignatures.class, "opentelemetry-sdk"))
        .isNotEmpty()
        .allMatch(line -> line.startsWith("io.spanloom.sdk."));
  }

  /** Reflects on the classes of this module. */
  public static final class OwnSignatures implements Callable<List<String>> {

    @Override
    public List<String> call() throws Exception {
      return Signatures.unresolved(Signatures.class);
    }
  }

  /** Reflects on the classes of the runtime. */
  public static final class RuntimeSignatures implements Callable<List<String>> {

    @Override
    public List<String> call() throws Exception {
      return Signatures.unresolved(Spanloom.class);
    }
  }
}
