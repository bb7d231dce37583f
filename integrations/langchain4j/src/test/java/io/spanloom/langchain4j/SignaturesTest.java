package io.spanloom.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * No signature names a type that a supported version of the library lacks, but for classes that are
 * of use only with it.
 */
class SignaturesTest {

  @Test
  void frameworksCanReflectOnEveryClass() throws Exception {
    assertThat(OptionalClasses.unresolvedOthers()).isEmpty();
  }
}
