package io.spanloom.processor.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.annotations.GenAi;
import io.spanloom.annotations.OpenInference;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The processor knows every key that spans are written with, in any version. */
class ConventionKeysTest {

  /** Written by a test of the runtime, from the tables that spans are written by. */
  private static final Path TABLES =
      Path.of("..", "weaver/src/main/resources/io/spanloom/maven/lock/conventions.json");

  @Test
  void everyVersionsKeysAreKnown() throws IOException {
    assertThat(
            Pattern.compile("\"key\" ?: ?\"([^\"]+)\"").matcher(Files.readString(TABLES)).results())
        .extracting(match -> match.group(1))
        .filteredOn(ConventionKeys::isReserved)
        .hasSizeGreaterThan(100)
        .allMatch(ConventionKeys::isKnown);
  }

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
