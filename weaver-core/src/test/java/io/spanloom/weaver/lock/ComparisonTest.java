package io.spanloom.weaver.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts as breaking, and how it reads. */
class ComparisonTest {

  private static final String SEARCH =
      """
      { "method": "com.acme.Cases#search(int)", "span": "execute_tool search", "kind": "TOOL",
        "attributes": { "app.limit": "long, recommended", "app.query": "string, opt_in, content", "app.id": "string, required" },
        "arguments": { "court": "enum APPEAL|SUPREME, optional", "filter": "object, optional", "filter.year": "integer, required",
                       "limit": "integer, required", "others": "array of object, optional", "tags": "array of enum A|B, optional", "others[].name": "string, optional" } }
      """;

  @TempDir Path directory;

  @Test
  void theSameIsNoChange() throws Exception {
    Comparison comparison = compare(SEARCH, SEARCH);

    assertThat(comparison.spans()).isEmpty();
    assertThat(comparison.breaking() + comparison.additions()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '\0',
      value = {
        "'app.limit': 'long, recommended', ; ; - app.limit (long)",
        "'app.limit': 'long, ; 'app.limit': 'double, ; ~ app.limit: long -> double",
        "'string, required'; 'string, recommended'; ~ app.id: required -> recommended",
        "'app.limit': 'long, recommended'; 'app.limit': 'long, opt_in'; ~ app.limit: recommended -> opt_in",
        "'long, recommended'; 'long, recommended, content'; ~ app.limit: is content now, recorded only where content is",
        "'string, opt_in, content'; 'string, opt_in'; ~ app.query: is no longer content, recorded even where content is not",
        "execute_tool search; execute_tool find; ~ span renamed: execute_tool search -> execute_tool find",
        "'kind': 'TOOL'; 'kind': 'TASK'; ~ kind: TOOL -> TASK",
        "'limit': 'integer, required'; 'limit': 'string, required'; ~ argument limit: integer -> string",
        "APPEAL|SUPREME; SUPREME; ~ argument court: enum APPEAL|SUPREME -> enum SUPREME",
        "'object, optional', 'filter.year'; 'object, required', 'filter.year'; ~ argument filter: optional -> required",
        "'limit': 'integer, required', ; ; - argument limit (integer)",
        "'filter.year': 'integer, required', ; ; - argument filter.year (integer)",
        ", 'others[].name': 'string, optional'; ; - argument others[].name (string)",
        "'limit': ; 'year': 'integer, required', 'limit': ; + argument year (integer), required of every call",
        "'filter.year': ; 'filter.day': 'integer, required', 'filter.year': ; + argument filter.day (integer), required of every call",
        "'kind': 'TOOL',; 'kind': 'TOOL', 'steps': 'AUTO',; + step spans: model calls open them",
      })
  void change(String old, String replacement, String expected) throws Exception {
    String after = SEARCH.replace(json(old), json(replacement == null ? "" : replacement));
    assertThat(after).as(old).isNotEqualTo(SEARCH);

    SpanChange change = compare(SEARCH, after).spans().get(0);

    boolean breaking = !expected.startsWith("+ step");
    assertThat(change.changes()).containsExactly(new Change(breaking, expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '\0',
      value = {
        "'app.limit': ; 'app.hits': 'long, recommended', 'app.limit': ; + app.hits (long)",
        "'long, recommended'; 'long, required'; ~ app.limit: recommended -> required",
        "APPEAL|SUPREME; APPEAL|FEDERAL|SUPREME; ~ argument court: enum APPEAL|SUPREME -> enum APPEAL|FEDERAL|SUPREME",
        "'enum APPEAL|SUPREME,; 'string,; ~ argument court: enum APPEAL|SUPREME -> string",
        "enum A|B; enum A|B|C; ~ argument tags: array of enum A|B -> array of enum A|B|C",
        "'limit': 'integer, required'; 'limit': 'integer, optional'; ~ argument limit: required -> optional",
        "'limit': ; 'year': 'integer, optional', 'limit': ; + argument year (integer)",
        "'limit': ; 'who': 'object, optional', 'who.name': 'string, required', 'limit': ; + argument who (object)",
        "com.acme.Cases#search(int); com.acme.Law#find(int); ~ method: com.acme.Cases#search(int) -> com.acme.Law#find(int)",
        "search(int); search(long); ~ method: com.acme.Cases#search(int) -> com.acme.Cases#search(long)",
      })
  void fine(String old, String replacement, String expected) throws Exception {
    Comparison comparison = compare(SEARCH, SEARCH.replace(json(old), json(replacement)));

    assertThat(comparison.breaking()).isZero();
    assertThat(comparison.spans().get(0).changes()).containsExactly(Change.fine(expected));
  }

  @Test
  void removedAndNewSpans() throws Exception {
    String other = span("com.acme.Other#run()", "run");

    assertThat(compare(SEARCH + "," + other, SEARCH).spans())
        .containsExactly(
            new SpanChange(
                "run", "com.acme.Other#run()", List.of(Change.breaking("- span removed"))));
    assertThat(compare(SEARCH, SEARCH + "," + other).spans())
        .containsExactly(
            new SpanChange("run", "com.acme.Other#run()", List.of(Change.fine("+ new span"))));
  }

  @Test
  void removedArgumentIsReportedOnceWithItsParts() throws Exception {
    String after =
        SEARCH.replace(
            json("'filter': 'object, optional', 'filter.year': 'integer, required',"), "");

    assertThat(compare(SEARCH, after).spans().get(0).changes())
        .containsExactly(Change.breaking("- argument filter (object)"));
  }

  @Test
  void methodsThatSwapTheirSpansHaveMoved() throws Exception {
    String before = span("A#one()", "x") + "," + span("A#two()", "y");
    String after = span("A#one()", "y") + "," + span("A#two()", "x");

    // By their methods both are renamed, which is what a reader of the code has done.
    assertThat(compare(before, after).spans())
        .flatExtracting(SpanChange::changes)
        .containsExactly(
            Change.breaking("~ span renamed: x -> y"), Change.breaking("~ span renamed: y -> x"));
  }

  @Test
  void oneOfTwoMethodsOfOneSpanIsMissed() throws Exception {
    String both = span("A#one()", "x") + "," + span("B#two()", "x");

    assertThat(compare(both, span("C#three()", "x")).spans())
        .flatExtracting(SpanChange::changes)
        .containsExactly(
            Change.fine("~ method: A#one() -> C#three()"), Change.breaking("- span removed"));
  }

  @Test
  void anotherVersionOfAConventionComesWithItsMigration() throws Exception {
    String spans = span("A#tool()", "execute_tool t").replace("TASK", "TOOL");
    Comparison comparison =
        Comparison.between(
            lock("1.36.0", spans + "," + span("A#chat()", "chat").replace("TASK", "LLM")),
            lock("1.41.1", spans));

    assertThat(comparison.breaking()).isEqualTo(2); // the version, and the span that is gone
    assertThat(LockReport.breaking(comparison))
        .startsWith(
            """
              OpenTelemetry GenAI 1.36.0 -> 1.41.1
                  gen_ai.system string -> gen_ai.provider.name string  LLM  the provider
                  and 15 facts get a key that had none
              chat  (A#chat())
                  - span removed
            """);
  }

  @Test
  void keysOfOtherKindsOfSpanDoNotConcernTheModule() throws Exception {
    String spans = span("A#tool()", "execute_tool t").replace("TASK", "GUARDRAIL");
    Comparison comparison = Comparison.between(lock("1.36.0", spans), lock("1.42.0-dev", spans));

    assertThat(LockReport.breaking(comparison))
        .isEqualTo(
            """
              OpenTelemetry GenAI 1.36.0 -> 1.42.0-dev
                  no key of this module's spans changes
            """);
  }

  @Test
  void versionsNobodyKnowsAreBreakingAllTheSame() throws Exception {
    Comparison comparison = Comparison.between(lock("0.9", SEARCH), lock("1.41.1", SEARCH));

    assertThat(comparison.breaking()).isOne();
    assertThat(LockReport.breaking(comparison)).contains("not known for these versions");
  }

  private Comparison compare(String before, String after) throws Exception {
    return Comparison.between(lock("1.41.1", before), lock("1.41.1", after));
  }

  private Lock lock(String genai, String spans) throws Exception {
    Path file = directory.resolve("spanloom.lock.json");
    Files.writeString(
        file,
        """
        { "formatVersion": 1, "conventions": { "genai": "%s", "openinference": "1" }, "spans": [%s] }
        """
            .formatted(genai, spans));
    return new LockFile(file).read();
  }

  private static String span(String method, String name) {
    return json("{ 'method': '%s', 'span': '%s', 'kind': 'TASK' }".formatted(method, name));
  }

  private static String json(String text) {
    return text.replace('\'', '"');
  }
}
