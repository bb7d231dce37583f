package io.spanloom;

import static io.spanloom.Recorded.attributes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.spanloom.ModelSdk.Request;
import io.spanloom.ModelSdk.Response;
import io.spanloom.annotations.Agent;
import io.spanloom.annotations.GenAi;
import io.spanloom.annotations.LlmCall;
import io.spanloom.annotations.Sensitive;
import io.spanloom.annotations.Task;
import io.spanloom.annotations.Tool;
import io.spanloom.annotations.ToolCallId;
import io.spanloom.content.ContentMode;
import io.spanloom.llm.LlmToolCall;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Records as arguments and results: what is recorded of them, and how they find their call. */
class RecordArgumentsTest {

  private static final String[] KEYS = {GenAi.TOOL_CALL_ID, "spanloom.tool_call.correlation"};

  private static final AtomicInteger READ = new AtomicInteger();

  private Recorded recorded = Recorded.withDefaults();

  @AfterEach
  void close() {
    recorded.close();
    READ.set(0);
  }

  @Test
  void callsAreFoundByRecords() {
    inReverse(
        "search",
        "{\"query\":{\"text\":\"a\",\"limit\":1}}",
        "{\"query\":{\"text\":\"a\",\"limit\":2}}",
        () -> search(new Query("a", 2)),
        () -> search(new Query("a", 1)));
  }

  @Test
  void callsAreFoundByRecordsInListsMapsAndOptionals() {
    inReverse(
        "all",
        "{\"queries\":[{\"text\":\"a\",\"limit\":1}],\"named\":{\"x\":{\"text\":\"b\",\"limit\":1}},"
            + "\"best\":null}",
        "{\"queries\":[{\"text\":\"a\",\"limit\":1}],\"named\":{\"x\":{\"text\":\"b\",\"limit\":1}},"
            + "\"best\":{\"text\":\"c\",\"limit\":1}}",
        () -> all(list(), Map.of("x", new Query("b", 1)), Optional.of(new Query("c", 1))),
        () -> all(list(), Map.of("x", new Query("b", 1)), Optional.empty()));
  }

  @Test
  void callsAreFoundByRecordsInRecords() {
    inReverse(
        "plan",
        "{\"trip\":{\"legs\":[{\"to\":\"Oslo\",\"day\":\"2026-01-02\"}],\"shape\":{\"radius\":1.5}}}",
        "{\"trip\":{\"legs\":[{\"to\":\"Rome\",\"day\":\"2026-01-02\"}],\"shape\":{\"radius\":1.5}}}",
        () -> plan(trip("Rome")),
        () -> plan(trip("Oslo")));
  }

  /** Frameworks may hand all of a call's arguments over as one object. */
  @Test
  void aRecordMayHoldAllArguments() {
    inReverse(
        "search",
        "{\"text\":\"a\",\"limit\":1}",
        "{\"text\":\"b\",\"limit\":1}",
        () -> search(new Query("b", 1)),
        () -> search(new Query("a", 1)));
  }

  @Test
  void whatTheModelLeftOutMayBeTheProgramsDefault() {
    inReverse(
        "search",
        "{\"query\":{\"text\":\"a\"}}",
        "{\"query\":{\"text\":\"b\"}}",
        () -> search(new Query("b", 10)),
        () -> search(new Query("a", 10)));
  }

  /** What must not leave the process may be compared within it. */
  @Test
  void callsAreFoundBySensitiveComponentsToo() {
    inReverse(
        "admit",
        "{\"patient\":{\"ward\":\"7\",\"name\":\"SECRET one\"}}",
        "{\"patient\":{\"ward\":\"7\",\"name\":\"SECRET two\"}}",
        () -> admit(new Patient("7", "SECRET two")),
        () -> admit(new Patient("7", "SECRET one")));

    assertThat(recorded.spans())
        .filteredOn(span -> span.getName().equals("execute_tool admit"))
        .hasSize(2)
        .allSatisfy(span -> assertThat(span.toString()).doesNotContain("SECRET"));
  }

  @Test
  void otherRecordsAreOtherCalls() {
    run(
        () -> {
          ask(
              call("search", "call_1", "{\"query\":{\"text\":\"x\",\"limit\":1}}"),
              call("other", "call_2", "{}"));
          search(new Query("a", 1));
        });

    assertThat(recorded.tree(KEYS)).contains("execute_tool search call_1 name");
  }

  @Test
  void recordsAreRecordedMemberByMember() {
    capture(ContentMode.SPAN_ONLY);
    search(new Query("ask jane@example.com", 3));
    plan(trip("Oslo"));

    String arguments = "{\"query\":{\"text\":\"ask [EMAIL]\",\"limit\":3}}";
    assertThat(attributes(recorded.span("execute_tool search")))
        .containsEntry("input.value", arguments)
        .containsEntry("tool.parameters", arguments)
        .containsEntry(GenAi.TOOL_CALL_ARGUMENTS, arguments)
        .containsEntry(GenAi.TOOL_CALL_RESULT, "[{\"title\":\"about ask [EMAIL]\",\"score\":0.5}]");
    assertThat(attributes(recorded.span("execute_tool plan")))
        .containsEntry(
            "input.value",
            "{\"trip\":{\"legs\":[{\"to\":\"Oslo\",\"day\":\"2026-01-02\"}],"
                + "\"shape\":{\"radius\":1.5}}}");
  }

  @Test
  void eventsTellTheSame() {
    capture(ContentMode.EVENT_ONLY);
    search(new Query("a", 3));

    assertThat(attributes(recorded.span("execute_tool search"))).doesNotContainKey("input.value");
    assertThat(recorded.event(recorded.span("execute_tool search")).toString())
        .contains("text", "limit");
  }

  @ParameterizedTest
  @ValueSource(ints = {16, 40, 64, 200, 1000})
  void whatIsCutStaysJson(int bound) throws IOException {
    recorded.close();
    recorded =
        Recorded.with(
            SpanloomOptions.builder()
                .content(ContentMode.SPAN_ONLY)
                .maxContentLength(bound)
                .build());
    all(
        IntStream.range(0, 50).mapToObj(i -> new Query("\"quoted\" text " + i, i)).toList(),
        Map.of(),
        Optional.of(new Query("x".repeat(500), 1)));

    String value = (String) attributes(recorded.span("execute_tool all")).get("input.value");
    assertThat(value).hasSizeLessThan(bound + 200);
    try (JsonParser parser = new JsonFactory().createParser(value)) {
      parser.nextToken();
      parser.skipChildren();
      assertThat(parser.nextToken()).isNull();
    }
  }

  @Test
  void sensitiveComponentsAreMasked() {
    capture(ContentMode.SPAN_ONLY);
    admit(new Patient("7", "SECRET name"));

    assertThat(attributes(recorded.span("execute_tool admit")))
        .containsEntry("input.value", "{\"patient\":{\"ward\":\"7\",\"name\":\"__REDACTED__\"}}");
  }

  @ParameterizedTest
  @EnumSource(ContentMode.class)
  void sensitiveComponentsAreNotQuotedByFailures(ContentMode mode) {
    capture(mode);

    assertThat(catchThrowable(() -> discharge(new Patient("7", "SECRET name"))))
        .hasMessageContaining("SECRET name");
    assertThat(catchThrowable(() -> quoteLater(new Patient("7", "SECRET other name"))))
        .hasMessageContaining("SECRET other name");

    assertThat(recorded.spans()).hasSize(3);
    assertThat(recorded.everything()).doesNotContain("SECRET");
  }

  @Test
  void failuresDoNotQuoteRecordsWhereContentIsOff() {
    assertThat(catchThrowable(() -> refuse(new Query("the tenant's stairway", 3)))).isNotNull();
    assertThat(catchThrowable(this::outer)).hasMessageContaining("landlord");

    assertThat(recorded.everything()).doesNotContain("stairway", "landlord");
  }

  @Test
  void anAccessorThatThrowsCostsItsValueAndNoMore() {
    capture(ContentMode.SPAN_ONLY);
    run(
        () -> {
          String asked = "{\"value\":{\"first\":\"a\",\"broken\":\"b\",\"last\":\"c\"}}";
          ask(call("brittle", "call_1", asked));
          brittle(new Brittle("a", "b", "c"));
        });

    assertThat(attributes(recorded.span("execute_tool brittle")))
        .containsEntry("input.value", "{\"value\":{\"first\":\"a\",\"last\":\"c\"}}");
    assertThat(recorded.tree(KEYS)).contains("execute_tool brittle call_1 name\n");
  }

  @Test
  void anAccessorThatThrowsIsCountedAndLoggedOnce() {
    List<LogRecord> log = new ArrayList<>();
    Handler handler = logging(log);
    Logger logger = Logger.getLogger("io.spanloom");
    logger.addHandler(handler);
    try (Metered metered =
        Metered.with(SpanloomOptions.builder().content(ContentMode.SPAN_ONLY).build())) {
      brittle(new Brittle("a", "b", "c"));
      brittle(new Brittle("a", "b", "c"));

      assertThat(metered.table("spanloom.errors")).contains("java.lang.IllegalStateException");
    } finally {
      logger.removeHandler(handler);
    }
    assertThat(log).hasSize(1);
    assertThat(log.get(0).getMessage()).contains("RecordArgumentsTest.brittle");
  }

  @Test
  void nothingIsReadThatNobodyNeeds() {
    run(
        () -> {
          ask(call("counted", "call_1", "{\"value\":{\"text\":\"a\"}}"));
          counted(new Counted("a"), "call_1");
        });
    assertThat(recorded.tree(KEYS)).contains("execute_tool counted call_1 explicit");
    assertThat(READ).hasValue(0);
  }

  @Test
  void anOpaqueTypeStaysOpaque() {
    capture(ContentMode.SPAN_ONLY);
    holds(new Holder(new StringBuilder("text"), new Object()));

    assertThat(attributes(recorded.span("holds")))
        .containsEntry(
            "input.value", "{\"holder\":{\"text\":\"text\",\"any\":\"<java.lang.Object>\"}}");
  }

  private void inReverse(String tool, String first, String second, Runnable... executions) {
    run(
        () -> {
          ask(call(tool, "call_1", first), call(tool, "call_2", second));
          for (Runnable execution : executions) {
            execution.run();
          }
        });

    assertThat(recorded.tree(KEYS))
        .isEqualTo(
            """
            invoke_agent agent
              reasoning
                chat m
                execute_tool %1$s call_2 arguments
                execute_tool %1$s call_1 arguments
            """
                .formatted(tool));
  }

  private static Handler logging(List<LogRecord> log) {
    return new Handler() {
      @Override
      public void publish(LogRecord message) {
        log.add(message);
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }

  private void capture(ContentMode mode) {
    recorded.close();
    recorded = Recorded.with(SpanloomOptions.builder().content(mode).build());
  }

  record Query(String text, int limit) {}

  record Hit(String title, double score) {}

  record Trip(List<Leg> legs, Shape shape) {}

  record Leg(String to, LocalDate day) {}

  sealed interface Shape {
    record Circle(double radius) implements Shape {}

    record Square(double side) implements Shape {}
  }

  record Patient(String ward, @Sensitive String name) {}

  record Holder(StringBuilder text, Object any) {}

  record Brittle(String first, String broken, String last) {
    @Override
    public String broken() {
      throw new IllegalStateException("not today");
    }
  }

  record Counted(String text) {
    @Override
    public String text() {
      READ.incrementAndGet();
      return text;
    }
  }

  private static List<Query> list() {
    return List.of(new Query("a", 1));
  }

  private static Trip trip(String to) {
    return new Trip(List.of(new Leg(to, LocalDate.of(2026, 1, 2))), new Shape.Circle(1.5));
  }

  @Agent("agent")
  void run(Runnable body) {
    body.run();
  }

  @Task("reasoning")
  void ask(LlmToolCall... calls) {
    complete(new Request("m", List.of()), calls);
  }

  @LlmCall
  Response complete(Request request, LlmToolCall... calls) {
    return Response.asking(calls);
  }

  /** Searches. */
  @Tool
  List<Hit> search(Query query) {
    return List.of(new Hit("about " + query.text(), 0.5));
  }

  /** Searches for all. */
  @Tool
  void all(List<Query> queries, Map<String, Query> named, Optional<Query> best) {}

  /** Plans. */
  @Tool
  void plan(Trip trip) {}

  /** Admits. */
  @Tool
  void admit(Patient patient) {}

  /** Discharges. */
  @Tool
  void discharge(Patient patient) {
    throw new IllegalStateException("cannot discharge " + patient.name());
  }

  @Task
  void quoteLater(Patient patient) {
    admit(patient);
    throw new IllegalStateException("cannot forget " + patient.name());
  }

  /** Refuses. */
  @Tool
  void refuse(Query query) {
    throw new IllegalArgumentException("no hit for " + query.text());
  }

  @Task
  void outer() {
    search(new Query("the landlord's brother", 1));
    throw new IllegalStateException("gave up: the landlord's brother");
  }

  /** Breaks. */
  @Tool
  void brittle(Brittle value) {}

  /** Is counted. */
  @Tool
  void counted(Counted value, @ToolCallId String id) {}

  /** Holds something. */
  @Task
  void holds(Holder holder) {}

  private static LlmToolCall call(String tool, @Nullable String id, String arguments) {
    return new LlmToolCall(id, tool, arguments);
  }
}
