package io.spanloom.internal.settings;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.content.ContentMode;
import io.spanloom.cost.PriceTable;
import io.spanloom.internal.content.ContentSettings;
import io.spanloom.internal.convention.Convention;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsReaderTest {

  private final List<String> warnings = new ArrayList<>();

  @Test
  void defaults() {
    Settings settings = read(Map.of(), Map.of());

    assertThat(settings.content().mode()).isEqualTo(ContentMode.NO_CONTENT);
    assertThat(settings.content().maxLength()).isEqualTo(ContentSettings.DEFAULT_MAX_LENGTH);
    assertThat(settings.conventions())
        .extracting(Convention::id)
        .containsExactly("openinference", "genai");
    assertThat(settings.reparentTools()).isTrue();
    assertThat(warnings).isEmpty();
  }

  @Test
  void propertiesWinOverVariables() {
    Settings settings =
        read(
            Map.of("spanloom.content", "span_only"),
            Map.of("SPANLOOM_CONTENT", "EVENT_ONLY", "SPANLOOM_TOOL_PARENT", "lexical"));

    assertThat(settings.content().mode()).isEqualTo(ContentMode.SPAN_ONLY);
    assertThat(settings.reparentTools()).isFalse();
    assertThat(warnings).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "true, SPAN_ONLY",
    "false, NO_CONTENT",
    "SPAN_AND_EVENT, SPAN_AND_EVENT",
    "event_only, EVENT_ONLY"
  })
  void theStandardCaptureVariableWorks(String value, ContentMode mode) {
    Map<String, String> variables =
        Map.of("OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT", value);

    assertThat(read(Map.of(), variables).content().mode()).isEqualTo(mode);
    assertThat(warnings).isEmpty();
  }

  @Test
  void baggageIsAListAndEmptyByDefault() {
    assertThat(read(Map.of(), Map.of()).baggage()).isEmpty();
    assertThat(read(Map.of(), Map.of("SPANLOOM_BAGGAGE", " session.id,, app.plan ")).baggage())
        .containsExactly("session.id", "app.plan");
    assertThat(warnings).isEmpty();
  }

  @Test
  void conventionsAreAList() {
    assertThat(read(Map.of("spanloom.semconv", "genai"), Map.of()).conventions())
        .extracting(Convention::id)
        .containsExactly("genai");
  }

  @ParameterizedTest
  @CsvSource({
    "gen_ai_latest_experimental, openinference genai-dev",
    "'http, gen_ai', openinference genai-dev",
    "'http/dup,database', openinference genai"
  })
  void theStandardVariableAsksForTheNewestConventions(String value, String conventions) {
    Settings settings = read(Map.of(), Map.of("OTEL_SEMCONV_STABILITY_OPT_IN", value));

    assertThat(settings.conventions())
        .extracting(Convention::id)
        .containsExactly(conventions.split(" "));
    assertThat(warnings).isEmpty();
  }

  @Test
  void aChoiceOfConventionsGoesBeforeTheStandardVariable() {
    Map<String, String> standard =
        Map.of("OTEL_SEMCONV_STABILITY_OPT_IN", "gen_ai_latest_experimental");

    assertThat(read(Map.of("spanloom.semconv", "genai-1.36"), standard).conventions())
        .extracting(Convention::id)
        .containsExactly("genai-1.36");
  }

  @Test
  void illegalValuesAreReportedAndReplaced() {
    Settings settings =
        read(
            Map.of(
                "spanloom.content", "everything",
                "spanloom.content.max-length", "3",
                "spanloom.semconv", "genai,klingon",
                "spanloom.tool.parent", "none"),
            Map.of());

    assertThat(settings.content().mode()).isEqualTo(ContentMode.NO_CONTENT);
    assertThat(settings.content().maxLength()).isEqualTo(ContentSettings.DEFAULT_MAX_LENGTH);
    assertThat(settings.conventions()).extracting(Convention::id).containsExactly("genai");
    assertThat(settings.reparentTools()).isTrue();
    assertThat(warnings)
        .hasSize(4)
        .anySatisfy(text -> assertThat(text).contains("everything", "NO_CONTENT, SPAN_ONLY"))
        .anySatisfy(text -> assertThat(text).contains("max-length", "at least 16"))
        .anySatisfy(text -> assertThat(text).contains("klingon", "openinference"))
        .anySatisfy(text -> assertThat(text).contains("lexical"));
  }

  @Test
  void aPriceTablesPlaceIsReportedWithoutPasswordsAndSignatures() {
    read(
        Map.of("spanloom.prices", "file://jane:hunter2@host/none.json?signature=a1b2c3"), Map.of());

    assertThat(warnings)
        .singleElement()
        .asString()
        .contains("file://host/none.json")
        .doesNotContain("hunter2", "a1b2c3");
  }

  @Test
  void anIllegalPriceTableIsReportedByItsLineAndNotQuoted(@TempDir Path directory)
      throws IOException {
    Path file = Files.writeString(directory.resolve("p.json"), "{\n  \"models\": hunter2 }");

    read(Map.of("spanloom.prices", file.toString()), Map.of());

    assertThat(warnings)
        .singleElement()
        .asString()
        .contains("p.json", "line 2")
        .doesNotContain("hunter2");
  }

  @Test
  void aPriceTableThatCannotBeReadIsReportedAndReplaced() {
    Settings settings = read(Map.of("spanloom.prices", "/does/not/exist.json"), Map.of());

    assertThat(settings.prices().source()).isEqualTo(PriceTable.bundled().source());
    assertThat(warnings)
        .singleElement()
        .satisfies(text -> assertThat(text).contains("/does/not/exist.json", "bundled"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://user:s3cret@nowhere.invalid/prices.json",
        "https://user:p@s3cret@nowhere.invalid/prices.json",
        "https://nowhere.invalid/prices.json?token=s3cret",
        "http://user:s3cret@127.0.0.1:1/prices.json",
        "https://user:pa s3cret@nowhere.invalid",
        "https:user:s3cret",
        "mailto:s3cret",
        "user:s3cret@host/prices.json",
        "s3cret@host/prices.json"
      })
  void thePasswordOfAPriceTablesAddressIsNotReported(String location) {
    read(Map.of("spanloom.prices", location), Map.of());

    assertThat(warnings)
        .singleElement()
        .satisfies(text -> assertThat(text).contains("bundled").doesNotContain("s3cret"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spanloom.semconv",
        "spanloom.tool.parent",
        "spanloom.documents.max",
        "spanloom.embedding.vectors",
        "spanloom.content"
      })
  void anAddressGivenForAnotherSettingIsNotReportedEither(String name) {
    read(Map.of(name, "https://user:s3cret@host"), Map.of());

    assertThat(warnings)
        .singleElement()
        .satisfies(text -> assertThat(text).contains(name).doesNotContain("s3cret"));
  }

  @Test
  void sessionsAndUsersAreNoMetricAttributes() {
    Settings settings =
        read(Map.of("spanloom.metrics.attributes", "app.tenant_id, user.id,app.feature"), Map.of());

    assertThat(settings.metricAttributes()).containsExactly("app.tenant_id", "app.feature");
    assertThat(warnings).singleElement().satisfies(text -> assertThat(text).contains("user.id"));
  }

  @Test
  void unknownNamesAreReported() {
    read(Map.of("spanloom.contents", "x"), Map.of("SPANLOOM_COTNENT", "y"));

    assertThat(warnings)
        .hasSize(2)
        .anySatisfy(text -> assertThat(text).startsWith("spanloom.contents is not a setting"))
        .anySatisfy(text -> assertThat(text).startsWith("SPANLOOM_COTNENT is not a setting"));
  }

  @Test
  void settingsOfTheMavenPluginAreKnown() throws IOException {
    Pattern property = Pattern.compile("property = \"(spanloom\\.[^\"]+)\"");
    Set<String> plugins = new TreeSet<>();
    try (Stream<Path> mojos = Files.list(Path.of("../weaver/src/main/java/io/spanloom/maven"))) {
      for (Path mojo : mojos.filter(Files::isRegularFile).toList()) {
        property.matcher(Files.readString(mojo)).results().forEach(m -> plugins.add(m.group(1)));
      }
    }

    assertThat(SettingsReader.PLUGINS).containsExactlyElementsOf(plugins);
    read(plugins.stream().collect(toMap(name -> name, name -> "x")), Map.of());
    assertThat(warnings).isEmpty();
  }

  @Test
  void presetsGiveWayToSettingsMadeOnTheirOwn() {
    ContentSettings health = read(Map.of("spanloom.preset", "health"), Map.of()).content();
    assertThat(health.mode()).isEqualTo(ContentMode.NO_CONTENT);
    assertThat(health.freeText()).isFalse();

    ContentSettings development =
        read(Map.of(), Map.of("SPANLOOM_PRESET", "DEVELOPMENT", "SPANLOOM_CONTENT", "EVENT_ONLY"))
            .content();
    assertThat(development.mode()).isEqualTo(ContentMode.EVENT_ONLY);
    assertThat(development.freeText()).isTrue();

    ContentSettings content =
        read(Map.of("spanloom.preset", "health", "spanloom.free-text", "true"), Map.of()).content();
    assertThat(content.freeText()).isTrue();
    assertThat(warnings).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "NO_CONTENT, , false",
    "EVENT_ONLY, , false",
    "SPAN_ONLY, , true",
    "SPAN_AND_EVENT, , true",
    "NO_CONTENT, redacted, true",
    "SPAN_ONLY, NONE, false",
  })
  void messagesOfExceptionsGoWithContentUnlessChosen(
      String mode, @Nullable String chosen, boolean recorded) {
    Map<String, String> variables =
        chosen == null ? Map.of() : Map.of("SPANLOOM_EXCEPTION_MESSAGE", chosen);

    assertThat(read(Map.of("spanloom.content", mode), variables).content())
        .returns(recorded, ContentSettings::recordsExceptionMessages);
    assertThat(warnings).isEmpty();
  }

  @Test
  void hiddenTextsHideMessagesOfExceptionsToo() {
    assertThat(
            read(
                    Map.of("spanloom.content", "SPAN_ONLY"),
                    Map.of("OPENINFERENCE_HIDE_OUTPUTS", "true"))
                .content())
        .returns(false, ContentSettings::recordsExceptionMessages);
  }

  @Test
  void withoutFreeTextThereAreNoMessagesOfExceptions() {
    assertThat(
            read(
                    Map.of("spanloom.preset", "health", "spanloom.exception.message", "redacted"),
                    Map.of())
                .content())
        .returns(false, ContentSettings::recordsExceptionMessages);
    assertThat(warnings)
        .singleElement()
        .satisfies(text -> assertThat(text).contains("spanloom.free-text=true"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "INPUT_TEXT | INPUT_TEXT",
        "INPUT_MESSAGES | INPUT_TEXT INPUT_ARGUMENTS INPUT_IMAGE",
        "OUTPUT_MESSAGES | OUTPUT_TEXT OUTPUT_ARGUMENTS",
        "INPUT_IMAGES | INPUT_IMAGE",
        "OUTPUT_TEXT | OUTPUT_TEXT",
        "PROMPTS | PROMPT",
        "CHOICES | CHOICE",
        "LLM_INVOCATION_PARAMETERS | INVOCATION_PARAMETERS",
        "LLM_TOOLS | TOOL_DEFINITIONS",
        "EMBEDDINGS_VECTORS | EMBEDDING_VECTOR",
        "EMBEDDINGS_TEXT | EMBEDDING_TEXT"
      })
  void openInferenceVariablesHide(String variable, String parts) {
    assertThat(read(Map.of(), Map.of("OPENINFERENCE_HIDE_" + variable, "true")).content().hidden())
        .extracting(Enum::name)
        .containsExactlyInAnyOrder(parts.split(" "));
    assertThat(read(Map.of(), Map.of("OPENINFERENCE_HIDE_" + variable, "false")).content().hidden())
        .isEmpty();
    assertThat(warnings).isEmpty();
  }

  @Test
  void otherSettingsOfContent() {
    ContentSettings content =
        read(
                Map.of("spanloom.content.to-string", "true"),
                Map.of("OPENINFERENCE_BASE64_IMAGE_MAX_LENGTH", "77"))
            .content();
    assertThat(content.usesToString()).isTrue();
    assertThat(content.maxImageLength()).isEqualTo(77);
    assertThat(warnings).isEmpty();

    read(Map.of("spanloom.preset", "helth"), Map.of("OPENINFERENCE_HIDE_INPUTS", "perhaps"));
    assertThat(warnings).hasSize(2);
  }

  private Settings read(Map<String, String> properties, Map<String, String> variables) {
    return new SettingsReader(properties, variables, warnings::add).read(null);
  }
}
