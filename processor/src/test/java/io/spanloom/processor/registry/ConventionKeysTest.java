package io.spanloom.processor.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.annotations.GenAi;
import io.spanloom.annotations.OpenInference;
import java.lang.reflect.Field;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The processor knows the key of every constant. */
class ConventionKeysTest {

  @ParameterizedTest
  @ValueSource(classes = {GenAi.class, OpenInference.class})
  void everyConstantIsKnown(Class<?> constants) throws IllegalAccessException {
    for (Field field : constants.getFields()) {
      if (field.getType() == String.class) {
        assertThat(ConventionKeys.isKnown((String) field.get(null))).as(field.getName()).isTrue();
      }
    }
  }
}
