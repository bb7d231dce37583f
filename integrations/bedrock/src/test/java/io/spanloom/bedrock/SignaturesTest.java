package io.spanloom.bedrock;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.integrations.testing.Signatures;
import org.junit.jupiter.api.Test;

/** No signature names a type that a supported version of the library lacks. */
class SignaturesTest {

  @Test
  void frameworksCanReflectOnEveryClass() throws Exception {
    assertThat(Signatures.unresolved(ConverseAdapter.class)).isEmpty();
  }
}
