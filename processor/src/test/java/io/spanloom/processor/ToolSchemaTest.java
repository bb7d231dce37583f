package io.spanloom.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The schemas of the golden tools mean what they should, to a validator that we did not write. */
class ToolSchemaTest {

  private static final Path GOLDEN = Path.of("src", "test", "resources", "golden", "tools");

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private static final String FILED =
      """
      {"id": "0b9e4b54-6c0a-4b9a-9e2a-1f0f6d1f1a11", "source": "https://example.org/a",
       "received": "2026-01-02T03:04:05Z", "dated": "2026-01-02", "heard": "2026-01-02T03:04",
       "opens": "09:00", "closes": "17:00:00+01:00", "keep": "P30D",
       "cites": {"citation": "1 U.S. 1", "exact": true}, "fee": {"amount": 1.5, "currency": "EUR"},
       "content": "AAEC", "shelf": "B", "copies": 127, "pages": -1, "size": 9007199254740993,
       "weight": 0.5, "sealed": false, "client": "c"}\
      """;

  private static Map<String, String> constants;

  @BeforeAll
  static void compile() throws Exception {
    Compilation compilation =
        Compilations.strict().compile(Compilations.sources(GOLDEN.resolve("input")));
    constants = CompiledConstants.of(compilation, "com.acme.Archive_Tools");
  }

  static Stream<Arguments> fitting() {
    return Stream.of(
        Arguments.of("archive_search", "{'query': 'q', 'courts': []}"),
        Arguments.of(
            "archive_search",
            "{'query': 'q', 'courts': ['SUPREME'], 'limit': 5, 'offset': 1, 'first': 'APPEAL'}"),
        Arguments.of("archive_filter", "{'filter': {'when': {'from': '2026-01-02'}, 'by': []}}"),
        Arguments.of(
            "archive_filter", "{'filter': {'left': %1$s, 'right': %1$s}}".formatted(and())),
        Arguments.of("file", FILED),
        Arguments.of("merge", merged("'extra': null")),
        Arguments.of("merge", merged("'extra': {'any': [1]}")),
        Arguments.of("now", "{}"));
  }

  static Stream<Arguments> unfitting() {
    return Stream.of(
        Arguments.of("archive_search", "{'courts': []}", "required"),
        Arguments.of("archive_search", "{'query': 'q', 'courts': ['LOCAL']}", "enum"),
        Arguments.of("archive_search", "{'query': 'q', 'courts': ['APPEAL', 'APPEAL']}", "unique"),
        Arguments.of("archive_search", "{'query': 'q', 'courts': [], 'limit': 1.5}", "type"),
        Arguments.of("archive_search", "{'query': 'q', 'courts': [], 'limit': 9e9}", "maximum"),
        Arguments.of("archive_search", "{'query': 'q', 'courts': [], 'callId': 'c'}", "additional"),
        Arguments.of("archive_filter", "{'filter': {}}", "oneOf"),
        Arguments.of(
            "archive_filter", "{'filter': {'left': {}, 'right': %s}}".formatted(and()), ""),
        Arguments.of("file", FILED.replace("0b9e4b54", "zzz"), "format"),
        Arguments.of("file", FILED.replace("03:04:05Z", "03:04"), "format"),
        Arguments.of("file", FILED.replace("T03:04\"", "T03:04Z\""), "pattern"),
        Arguments.of("file", FILED.replace("\"09:00\"", "\"24:00\""), "pattern"),
        Arguments.of("file", FILED.replace("\"B\"", "\"BC\""), "maxLength"),
        Arguments.of("file", FILED.replace("127", "128"), "maximum"),
        Arguments.of("file", FILED.replace("\"exact\": true", "\"hits\": 1"), ""),
        Arguments.of("file", FILED.replace("\"sealed\": false", "\"sealed\": \"no\""), "type"),
        Arguments.of("merge", merged("'extra': 1, 'counts': {'LOCAL': []}"), "propertyNames"),
        Arguments.of("now", "{'why': 1}", "additional"));
  }

  @ParameterizedTest
  @MethodSource("fitting")
  void acceptsWhatTheMethodTakes(String tool, String arguments) {
    assertThat(validate(tool, arguments)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("unfitting")
  void refusesWhatTheMethodDoesNotTake(String tool, String arguments, String keyword) {
    assertThat(validate(tool, arguments))
        .isNotEmpty()
        .anySatisfy(error -> assertThat(error.getKeyword()).startsWith(keyword));
  }

  @Test
  void isJsonSchema202012() {
    Schema metaSchema =
        REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
    assertThat(constants.keySet().stream().filter(name -> name.endsWith("_SCHEMA"))).hasSize(5);
    constants.forEach(
        (name, value) -> {
          if (name.endsWith("_SCHEMA")) {
            assertThat(metaSchema.validate(value, InputFormat.JSON)).as(name).isEmpty();
          }
        });
  }

  @Test
  void constantAndModelSayTheSame() throws IOException {
    ObjectMapper json = new ObjectMapper();
    JsonNode model =
        json.readTree(
            Files.readString(GOLDEN.resolve("expected/META-INF/spanloom/span-model.json")));
    for (JsonNode span : model.get("spans")) {
      String name = span.get("name").asString();
      assertThat(span.has("schema")).isEqualTo(!name.equals("dispatch"));
      if (span.has("schema")) {
        assertThat(span.get("schema")).isEqualTo(json.readTree(schemaOf(name)));
      }
    }
  }

  @Test
  void takesTheDiscriminatorThatJacksonReads() throws Exception {
    Compilation compilation =
        Compilations.compile(
            """
            class Shop {
              @com.fasterxml.jackson.annotation.JsonTypeInfo(
                  use = com.fasterxml.jackson.annotation.JsonTypeInfo.Id.NAME, property = "kind")
              @com.fasterxml.jackson.annotation.JsonSubTypes(
                  @com.fasterxml.jackson.annotation.JsonSubTypes.Type(value = Card.class, name = "card"))
              sealed interface Payment {}
              record Card(@com.fasterxml.jackson.annotation.JsonProperty("card_number") String number)
                  implements Payment {}
              @com.fasterxml.jackson.annotation.JsonTypeName("cash")
              record Cash(@com.fasterxml.jackson.annotation.JsonIgnore int coins) implements Payment {}
              /** Pays. */
              @Tool void pay(Payment payment) {}
            }
            """);
    assertThat(CompiledConstants.of(compilation, "acme.Shop_Tools").get("PAY_SCHEMA"))
        .contains("{\"kind\":{\"type\":\"string\",\"enum\":[\"card\"]},\"card_number\":")
        .contains("{\"kind\":{\"type\":\"string\",\"enum\":[\"cash\"]}},\"required\":[\"kind\"]")
        .contains("oneOf");
  }

  /** With {@code oneOf} no value would fit, for each fits both. */
  @Test
  void alternativesThatLookAlikeAreNotExclusive() throws Exception {
    Compilation compilation =
        Compilations.compile(
            """
            class Zoo {
              sealed interface Animal permits Cat, Dog {}
              record Cat(String name) implements Animal {}
              record Dog(String name) implements Animal {}
              /** Feeds. */
              @Tool void feed(Animal animal) {}
            }
            """);
    String schema = CompiledConstants.of(compilation, "acme.Zoo_Tools").get("FEED_SCHEMA");
    assertThat(schema).contains("anyOf").doesNotContain("oneOf");
    assertThat(validate(REGISTRY.getSchema(schema), "{'animal': {'name': 'Tom'}}")).isEmpty();
  }

  /** A class file's constants have at most 65,535 bytes. */
  @Test
  void aSchemaMayBeLongerThanAConstant() throws Exception {
    Compilation compilation =
        Compilations.compile(
            """
            class Verbose {
              /**
               * Talks.
               *
               * @param text %s
               */
              @Tool void talk(String text) {}
            }
            """
                .formatted("wörd ".repeat(14_000)));
    assertThat(CompiledConstants.of(compilation, "acme.Verbose_Tools").get("TALK_SCHEMA"))
        .hasSizeGreaterThan(65_535)
        .endsWith("additionalProperties\":false}");
  }

  /** Types whose parts grow without end must not take the compiler with them. */
  @Test
  void endsWhereTypesDoNot() throws Exception {
    Compilation compilation =
        Compilations.compile(
            """
            class Endless {
              record Node<T>(T value, Node<List<T>> next, Node<Set<T>> other) {}
              record Self<T extends Self<T>>(T self) {}
              /** Walks. */
              @Tool <T extends List<T>, S extends Self<S>> void walk(Node<String> node, T items, S self) {}
            }
            """);
    assertThat(CompiledConstants.of(compilation, "acme.Endless_Tools")).containsKey("WALK_SCHEMA");
  }

  private static String and() {
    return "{'when': {'from': '2026-01-02', 'to': '2026-01-03'}, 'by': ['APPEAL']}";
  }

  private static String merged(String last) {
    String counts = last.contains("counts") ? "" : "'counts': {'APPEAL': [1]},";
    return "{'spans': {'a': {'from': '2026-01-02'}}, %s 'courts': [], 'page': {'number': 1, 'items': [], 'next': {'number': 2, 'items': []}}, 'others': [], 'matrix': [[1]], 'unknown': [1, 'a'], %s}"
        .formatted(counts, last);
  }

  private static List<Error> validate(String tool, String arguments) {
    return validate(REGISTRY.getSchema(schemaOf(tool)), arguments);
  }

  private static List<Error> validate(Schema schema, String arguments) {
    return schema.validate(
        arguments.replace('\'', '"'),
        InputFormat.JSON,
        (context, ignored) ->
            context.executionConfig(config -> config.formatAssertionsEnabled(true)));
  }

  private static String schemaOf(String tool) {
    return constants.entrySet().stream()
        .filter(constant -> constant.getKey().endsWith("_NAME"))
        .filter(constant -> constant.getValue().equals(tool))
        .map(constant -> constants.get(constant.getKey().replaceFirst("_NAME$", "_SCHEMA")))
        .findFirst()
        .orElseThrow();
  }
}
