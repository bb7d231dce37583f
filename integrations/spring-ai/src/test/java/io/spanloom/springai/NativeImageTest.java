package io.spanloom.springai;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.integrations.testing.NativeImageFiles;
import org.junit.jupiter.api.Test;

/** Stand-ins are proxies, which an image has to know when it is built. */
class NativeImageTest {

  @Test
  void whatIsDeclaredIsThere() throws Exception {
    assertThat(new NativeImageFiles(ModelObservationHandler.class, "spanloom-spring-ai").missing())
        .isEmpty();
  }
}
