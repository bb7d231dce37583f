package io.spanloom.processor.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.annotations.GenAi;
import io.spanloom.annotations.OpenInference;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The processor's types of keys are those that the key constants promise in their Javadoc. */
class WellKnownKeysTest {

  private static final Path SOURCES =
      Path.of("..", "annotations", "src", "main", "java", "io", "spanloom", "annotations");

  private static final Pattern CONSTANT =
      Pattern.compile(
          "(?s)/\\*\\*((?:(?!\\*/).)*)\\{@code ((?:string|long|double|boolean)(?:\\[])?)}"
              + "((?:(?!\\*/).)*)\\*/\\s*"
              + "public static final String (\\w+)");

  @ParameterizedTest
  @ValueSource(classes = {GenAi.class, OpenInference.class})
  void everyConstantHasItsDocumentedType(Class<?> constants)
      throws IOException, ReflectiveOperationException {
    String source = Files.readString(SOURCES.resolve(constants.getSimpleName() + ".java"));
    Matcher constant = CONSTANT.matcher(source);
    int found = documentLists(source);
    while (constant.find()) {
      String key = (String) constants.getField(constant.group(4)).get(null);
      assertThat(WellKnownKeys.typeOf(key))
          .as(key)
          .hasValueSatisfying(type -> assertThat(type.text()).isEqualTo(constant.group(2)));
      assertThat(WellKnownKeys.isContent(key))
          .as(key)
          .isEqualTo(constant.group(3).contains("content"));
      found++;
    }
    assertThat(found).isEqualTo(countOf(constants));
  }

  /** They are no attributes: they say where documents are. */
  private static int documentLists(String source) {
    return (int) Pattern.compile("\\{@code document\\[]}").matcher(source).results().count();
  }

  private static int countOf(Class<?> constants) {
    int count = 0;
    for (Field field : constants.getFields()) {
      count += field.getType() == String.class ? 1 : 0;
    }
    return count;
  }
}
