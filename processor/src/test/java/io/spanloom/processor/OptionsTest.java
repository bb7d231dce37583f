package io.spanloom.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a build can say with {@code -Aspanloom.…}, and a source with {@code @SuppressWarnings}. */
class OptionsTest {

  private static final JavaFileObject SILENT =
      source("Silent", "class Silent { @io.spanloom.annotations.Tool void search() {} }");

  private static final JavaFileObject FUNCTIONS =
      source(
          "Functions",
          """
          class Functions {
            @interface Function { String value() default ""; String description() default ""; }
            @interface Command { String name() default ""; String[] value() default {}; }
            @interface Skill { String value() default ""; int cost() default 0; }

            @Function(value = "one", description = "Does one.") void first() {}
            @Command({"Does two.", "And more."}) void second() {}
            @Skill("three") void third() {}
            @dev.langchain4j.agent.tool.Tool("Does four.") void fourth() {}
          }
          """);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "spanloom.toolAnotations=a.B | [UnknownOption] An option of the processor has a name that it"
            + " knows. It does not know '-Aspanloom.toolAnotations'. Did you mean"
            + " 'spanloom.toolAnnotations'?",
        "spanloom.colour=red | [UnknownOption] An option of the processor has a name that it knows."
            + " It does not know '-Aspanloom.colour'. The options are: spanloom.toolAnnotations,"
            + " spanloom.warnings.",
        "spanloom.warnings=no | [IllegalOption] An option of the processor has a value that it"
            + " understands. It does not understand '-Aspanloom.warnings=no'. Say 'on' or 'off'.",
        "spanloom.warnings | [IllegalOption] An option of the processor has a value that it"
            + " understands. It does not understand '-Aspanloom.warnings=null'. Say 'on' or 'off'.",
        "spanloom.toolAnnotations=a.B,c d | [IllegalOption] An option of the processor has a value"
            + " that it understands. It does not understand '-Aspanloom.toolAnnotations=c d'. Say"
            + " com.acme.Function,com.acme.Command, or none.",
      })
  void saysWhatItDoesNotUnderstand(String option, String warning) {
    assertThat(warnings("-A" + option)).containsExactly(warning);
  }

  @Test
  void understandsItsOwnOptions() {
    assertThat(warnings("-Aspanloom.toolAnnotations=a.B, c.D", "-Aspanloom.warnings=on")).isEmpty();
    assertThat(new SpanloomProcessor().getSupportedOptions())
        .containsExactlyInAnyOrder("spanloom.toolAnnotations", "spanloom.warnings");
  }

  @Test
  void warningsCanBeSwitchedOff() {
    assertThat(compile(SILENT).warnings()).isNotEmpty();
    assertThat(compile(SILENT, "-Aspanloom.warnings=off").warnings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "@SuppressWarnings(\"spanloom\"),",
    "'@SuppressWarnings({\"serial\", \"ToolWithoutDescription\"})',",
    ",@SuppressWarnings(\"spanloom\")",
  })
  void warningsCanBeSwitchedOffInTheSource(String ofClass, String ofMethod) {
    JavaFileObject source =
        source(
            "Silent",
            "%s class Silent { %s @io.spanloom.annotations.Tool void search() {} }"
                .formatted(ofClass == null ? "" : ofClass, ofMethod == null ? "" : ofMethod));
    assertThat(compile(source).diagnostics()).isEmpty();
  }

  @Test
  void errorsCannotBeSwitchedOff() {
    JavaFileObject source =
        source(
            "Low",
            "@SuppressWarnings(\"spanloom\") class Low {"
                + " @io.spanloom.annotations.Task native void call(); }");
    assertThat(compile(source, "-Aspanloom.warnings=off").errors()).hasSize(1);
  }

  @Test
  void otherAnnotationsMakeToolsByConvention() {
    String model =
        model(
            compile(
                FUNCTIONS,
                "-Aspanloom.toolAnnotations=acme.Functions.Function,acme.Functions.Command,"
                    + "acme.Functions.Skill,not.there.Atall",
                "-Aspanloom.warnings=off"));
    assertThat(model)
        .contains("\"annotation\": \"acme.Functions.Function\"")
        .contains("\"spanName\": \"execute_tool one\"", "\"description\": \"Does one.\"")
        .contains("\"spanName\": \"execute_tool second\"")
        .contains("\"description\": \"Does two.\\nAnd more.\"")
        .contains("\"spanName\": \"execute_tool three\"")
        .contains("\"spanName\": \"execute_tool fourth\"", "\"description\": \"Does four.\"");
  }

  @Test
  void withoutOptionsOnlyKnownAnnotationsMakeTools() {
    assertThat(model(compile(FUNCTIONS)))
        .containsOnlyOnce("\"annotation\":")
        .contains("\"annotation\": \"dev.langchain4j.agent.tool.Tool\"");
  }

  @Test
  void annotationsOfOtherLibrariesCanBeLeftAlone() {
    Compilation compilation = compile(FUNCTIONS, "-Aspanloom.toolAnnotations=none");
    assertThat(compilation.generatedSourceFiles()).isEmpty();
    assertThat(model(compilation)).contains("\"toolAnnotations\": []");
  }

  @Test
  void modelNamesToolAnnotationsOnlyWhereTheyAreTheModulesOwn() {
    assertThat(model(compile(FUNCTIONS, "-Aspanloom.toolAnnotations=acme.Functions.Function")))
        .contains("\"acme.Functions.Function\",", "\"dev.langchain4j.agent.tool.Tool\",");
    assertThat(model(compile(FUNCTIONS))).doesNotContain("toolAnnotations");
  }

  private static List<String> warnings(String... options) {
    return compile(source("Plain", "class Plain {}"), (Object[]) options).warnings().stream()
        .map(warning -> warning.getMessage(Locale.ROOT))
        .filter(message -> message.startsWith("["))
        .toList();
  }

  private static Compilation compile(JavaFileObject source, Object... options) {
    return Compilations.lenient().withOptions(options).compile(source);
  }

  private static String model(Compilation compilation) {
    return compilation
        .generatedFile(StandardLocation.CLASS_OUTPUT, "META-INF/spanloom/span-model.json")
        .map(
            file -> {
              try (var stream = file.openInputStream()) {
                return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
              } catch (java.io.IOException failure) {
                throw new java.io.UncheckedIOException(failure);
              }
            })
        .orElseThrow();
  }

  private static JavaFileObject source(String name, String text) {
    return JavaFileObjects.forSourceString("acme." + name, "package acme; " + text);
  }
}
