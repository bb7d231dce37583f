package io.spanloom.adk;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.integrations.testing.Signatures;
import org.junit.jupiter.api.Test;

/** No signature names a type that a supported version of ADK lacks. */
class SignaturesTest {

  @Test
  void frameworksCanReflectOnEveryClass() throws Exception {
    assertThat(Signatures.unresolved(SpanloomPlugin.class)).isEmpty();
  }
}
