package io.spanloom;

import static io.spanloom.Recorded.attributes;
import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.ModelSdk.Request;
import io.spanloom.ModelSdk.Response;
import io.spanloom.annotations.Agent;
import io.spanloom.annotations.Attribute;
import io.spanloom.annotations.GenAi;
import io.spanloom.annotations.LlmCall;
import io.spanloom.annotations.Sensitive;
import io.spanloom.annotations.SessionId;
import io.spanloom.annotations.Tool;
import io.spanloom.annotations.ToolCallId;
import io.spanloom.content.ContentMode;
import io.spanloom.llm.LlmToolCall;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Arguments are recorded, and compared with what a model asked for, by what they mean. */
@SuppressWarnings("DuplicateTool") // one tool, called in several ways
class ToolArgumentsTest {

  private static final String[] KEYS = {GenAi.TOOL_CALL_ID, "spanloom.tool_call.correlation"};
  private static final AtomicInteger LOADED = new AtomicInteger();

  private Recorded recorded = withContent();

  @AfterEach
  void close() {
    recorded.close();
  }

  @Test
  void beansCompareByTheirGetters() {
    String asked = "{\"order\":{\"title\":\"%s\",\"days\":14,\"stops\":[{\"city\":\"%s\"}]}}";
    finds(
        "order",
        asked.formatted("a", "Oslo"),
        asked.formatted("a", "Rome"),
        () -> order(new Order("a", 14, List.of(new Stop("Rome")))),
        () -> order(new Order("a", 14, List.of(new Stop("Oslo")))));
    untied("order", asked.formatted("a", "Oslo"), () -> order(new Order("b", 14, List.of())));
  }

  @Test
  void secretArgumentsCountAndAreNotRecorded() {
    String requested = "{\"card\":\"%s\",\"amount\":5}";
    finds(
        "pay",
        requested.formatted("SECRET one"),
        requested.formatted("SECRET two"),
        () -> pay("SECRET two", 5),
        () -> pay("SECRET one", 5));
    assertThat(recorded.spans())
        .filteredOn(span -> span.getName().equals("execute_tool pay"))
        .hasSize(2)
        .noneMatch(span -> span.toString().contains("SECRET"));
    untied("pay", requested.formatted("SECRET one"), () -> pay("SECRET two", 5));
  }

  @Test
  void beansAreRecordedMemberByMember() {
    order(new Order("a", 14, List.of(new Stop("Rome"))));

    assertThat(attributes(recorded.span("execute_tool order")))
        .containsEntry(
            GenAi.TOOL_CALL_ARGUMENTS,
            "{\"order\":{\"days\":14,\"title\":\"a\",\"stops\":[{\"city\":\"Rome\"}],"
                + "\"rush\":false,\"reader\":\"__REDACTED__\"}}");
  }

  @Test
  void nothingIsCalledThatDoesMoreThanHandOutAField() {
    agent(
        () -> {
          ask(call("lazy", "call_1", "{\"lazy\":{\"titles\":[\"a\"]}}"));
          lazy(new Lazy(), new Service());
          lazy(new Lazy(), new Service());
        });

    assertThat(LOADED).hasValue(0);
    assertThat(recorded.tree(KEYS)).contains("execute_tool lazy call_1 name");
  }

  @Test
  void aSubclassIsNotLookedInto() {
    stop(
        new Stop("Oslo") {
          @Override
          public String getCity() {
            throw new IllegalStateException("loaded");
          }
        });

    assertThat(attributes(recorded.span("execute_tool stop")).get(GenAi.TOOL_CALL_ARGUMENTS))
        .asString()
        .contains("<io.spanloom.ToolArgumentsTest$1>");
  }

  @Test
  void extraArgumentsDoNotCount() {
    finds(
        "find",
        "{\"arg0\":\"a\",\"title\":\"a\"}",
        "{\"arg0\":\"b\",\"title\":\"b\"}",
        () -> find("b"),
        () -> find("a"));
  }

  @Test
  void valuesCompareByTheirMeaning() {
    String asked =
        "{\"unit\":\"%s\",\"share\":\"0.1\",\"tags\":[\"b\",\"a\"],\"day\":\"2026-01-02\",\"note\":null}";
    finds(
        "mix",
        asked.formatted("DAYS"),
        asked.formatted("HOURS"),
        () -> mix(Unit.HOURS, 0.1f, Set.of("a", "b"), LocalDate.of(2026, 1, 2), null),
        () -> mix(Unit.DAYS, 0.1f, Set.of("a", "b"), LocalDate.of(2026, 1, 2), Optional.empty()));
    untied(
        "mix",
        asked.formatted("DAYS"),
        () -> mix(Unit.DAYS, 0.2f, Set.of("a", "b"), LocalDate.of(2026, 1, 2), null));
  }

  @Test
  void theTextOfAllArgumentsIsCompared() {
    finds(
        "weather",
        "{\"city\":\"Oslo\"}",
        "{\"city\":\"Rome\"}",
        () -> dispatch("weather", " {\"city\" : \"Rome\"}"),
        () -> dispatch("weather", "{\"city\":\"Oslo\"}"));
    untied("weather", "{\"city\":\"Oslo\"}", () -> dispatch("weather", "{\"city\":\"Rome\"}"));
    untied("weather", "{\"city\":\"Oslo\"}", () -> dispatch("weather", "{}"));
    finds("now", "", "{}", () -> dispatch("now", "{}"), () -> dispatch("now", ""));
  }

  @Test
  void theMapOfAllArgumentsIsCompared() {
    finds(
        "weather",
        "{\"city\":\"Oslo\",\"days\":\"2\"}",
        "{\"city\":\"Rome\"}",
        () -> dispatchMap("weather", Map.of("city", "Rome")),
        () -> dispatchMap("weather", Map.of("city", "Oslo", "days", 2)));
    untied(
        "weather",
        "{\"city\":\"Oslo\"}",
        () -> dispatchMap("weather", Map.of("city", "Rome", "days", 2)));
  }

  @Test
  void theMapThatAnAttributeNamesIsAllArguments() {
    finds(
        "weather",
        "{\"city\":\"Oslo\"}",
        "{\"city\":\"Rome\"}",
        () -> dispatchAll("weather", Map.of("city", "Rome")),
        () -> dispatchAll("weather", Map.of("city", "Oslo")));
    assertThat(recorded.spans())
        .filteredOn(span -> span.getName().equals("execute_tool weather"))
        .extracting(span -> attributes(span).get(GenAi.TOOL_CALL_ARGUMENTS))
        .containsExactly("{\"city\":\"Rome\"}", "{\"city\":\"Oslo\"}");
    untied("weather", "{\"city\":\"Oslo\"}", () -> dispatchAll("weather", Map.of()));
    untied("weather", "{\"city\":\"Oslo\"}", () -> dispatchAll("weather", Map.of("town", "a")));
    finds("now", "{}", "", () -> dispatchAll("now", Map.of()), () -> dispatchAll("now", Map.of()));
  }

  @Test
  void spansFromCodeCompareTheirJson() {
    finds(
        "weather",
        "{\"city\":\"Oslo\"}",
        "{\"city\":\"Rome\"}",
        () -> Spans.tool("weather").arguments("{\"city\":\"Rome\"}").run(() -> {}),
        () -> Spans.tool("weather").arguments("{\"city\":\"Oslo\"}").run(() -> {}));
    untied(
        "weather",
        "{\"city\":\"Oslo\"}",
        () -> Spans.tool("weather").arguments("{\"town\":\"Rome\"}").run(() -> {}));
  }

  @Test
  void noArgumentsAreRecordedAsAnEmptyObject() {
    now();
    nowFor("s", "call_1");
    Spans.tool("blank").arguments(" ").run(() -> {});

    for (String tool : List.of("now", "nowFor", "blank")) {
      assertThat(attributes(recorded.span("execute_tool " + tool)))
          .containsEntry(GenAi.TOOL_CALL_ARGUMENTS, "{}")
          .containsEntry("tool.parameters", "{}");
    }
  }

  @Test
  void argumentsThatNobodySeesAreNotNone() {
    secret("hidden");
    dispatchOnly("weather");
    Spans.tool("code").run(() -> {});

    assertThat(recorded.spans()).hasSize(3);
    assertThat(recorded.everything()).doesNotContain("arguments={}", "parameters={}", "hidden");
  }

  @Test
  void withoutContentThereAreNoArguments() {
    recorded.close();
    recorded = Recorded.withDefaults();
    now();

    assertThat(attributes(recorded.span("execute_tool now")))
        .doesNotContainKeys(GenAi.TOOL_CALL_ARGUMENTS, "tool.parameters");
  }

  @Test
  void callsOfToolsWithoutArgumentsAreFound() {
    finds("now", "{}", "", this::now, this::now);
    agent(
        () -> {
          ask(new LlmToolCall("call_3", "now", null));
          now();
        });
    assertThat(recorded.tree(KEYS)).contains("execute_tool now call_3 arguments");
  }

  /** The model said more digits than the parameter holds. */
  @Test
  void aNumberFullOfDigitsContradictsNothing() {
    agent(
        () -> {
          ask(call("turn", "call_1", "{\"angle\":3.14159265358979,\"far\":0.12345678901234567}"));
          turn(3.14159265358979f, 0.12345678901234567);
        });

    assertThat(recorded.tree(KEYS)).contains("execute_tool turn call_1 name\n");
    untied("turn", "{\"angle\":1.5,\"far\":1}", () -> turn(2.5f, 1));
    untied("turn", "{\"angle\":1.5,\"far\":1}", () -> turn(1.5f, 1.25));
  }

  @Test
  void aFloatIsTheNumberThatTheProgramWrote() {
    rate(0.1f, 0.2f, new float[] {0.3f}, List.of(0.4f));

    assertThat(attributes(recorded.span("execute_tool rate")))
        .containsEntry("app.share", 0.1)
        .containsEntry("app.boxed", 0.2)
        .containsEntry("app.array", List.of(0.3))
        .containsEntry("app.list", List.of(0.4))
        .containsEntry(
            GenAi.TOOL_CALL_ARGUMENTS,
            "{\"share\":0.1,\"boxed\":0.2,\"array\":[0.3],\"list\":[0.4]}");
  }

  private static Recorded withContent() {
    return Recorded.with(SpanloomOptions.builder().content(ContentMode.SPAN_ONLY).build());
  }

  /** Two calls are each found by an execution, whose order is another where arguments tell. */
  private void finds(String tool, String first, String second, Runnable one, Runnable other) {
    recorded.close();
    recorded = withContent();
    agent(
        () -> {
          ask(call(tool, "call_1", first), call(tool, "call_2", second));
          one.run();
          other.run();
        });

    assertThat(recorded.spans())
        .filteredOn(span -> span.getName().equals("execute_tool " + tool))
        .extracting(
            span ->
                attributes(span).get(KEYS[0])
                    + " "
                    + attributes(span).get("spanloom.tool_call.correlation"))
        .containsExactlyInAnyOrder("call_1 arguments", "call_2 arguments");
    boolean distinct = !first.replaceAll("\\W", "").equals(second.replaceAll("\\W", ""));
    Object earlier =
        recorded.spans().stream()
            .filter(span -> span.getName().equals("execute_tool " + tool))
            .map(span -> attributes(span).get(KEYS[0]))
            .findFirst()
            .orElseThrow();
    assertThat(earlier).isEqualTo(distinct ? "call_2" : "call_1");
  }

  private void untied(String tool, String asked, Runnable execution) {
    recorded.close();
    recorded = withContent();
    agent(
        () -> {
          ask(call(tool, "call_1", asked));
          execution.run();
        });

    assertThat(recorded.tree(KEYS))
        .isEqualTo("invoke_agent agent\n  chat m\n  execute_tool " + tool + "\n");
  }

  @Agent("agent")
  void agent(Runnable body) {
    body.run();
  }

  private void ask(LlmToolCall... calls) {
    complete(new Request("m", List.of()), calls);
  }

  @LlmCall
  Response complete(Request request, LlmToolCall... calls) {
    return Response.asking(calls);
  }

  private static LlmToolCall call(String tool, @Nullable String id, String arguments) {
    return new LlmToolCall(id, tool, arguments);
  }

  /** Orders. */
  @Tool
  void order(Order order) {}

  /** Stops. */
  @Tool
  void stop(Stop stop) {}

  /** Does as little as it can. */
  @Tool
  @SuppressWarnings("NoJsonForm") // that is the point
  void lazy(Lazy lazy, Service service) {}

  /** Finds. */
  @Tool
  void find(String title) {}

  /** Mixes. */
  @Tool
  void mix(Unit unit, float share, Set<String> tags, LocalDate day, Optional<String> note) {}

  /** Runs any tool. */
  @Tool
  void dispatch(
      @Attribute(key = GenAi.TOOL_NAME) String tool,
      @Attribute(key = GenAi.TOOL_CALL_ARGUMENTS) String arguments) {}

  /** Runs any tool. */
  @Tool
  void dispatchMap(@Attribute(key = GenAi.TOOL_NAME) String tool, Map<String, Object> arguments) {}

  /** Runs any tool. */
  @Tool
  void dispatchAll(
      @Attribute(key = GenAi.TOOL_NAME) String tool,
      @Attribute(key = GenAi.TOOL_CALL_ARGUMENTS) Map<String, Object> arguments) {}

  /** Runs any tool. */
  @Tool
  void dispatchOnly(@Attribute(key = GenAi.TOOL_NAME) String tool) {}

  /** The time. */
  @Tool
  void now() {}

  /** The time. */
  @Tool
  void nowFor(@SessionId String session, @ToolCallId String id) {}

  /** Keeps a secret. */
  @Tool
  void secret(@Sensitive String value) {}

  /** Pays. */
  @Tool
  void pay(@Sensitive String card, int amount) {}

  /** Turns. */
  @Tool
  void turn(float angle, double far) {}

  /** Rates. */
  @Tool
  void rate(
      @Attribute(key = "app.share") float share,
      @Attribute(key = "app.boxed") Float boxed,
      @Attribute(key = "app.array") float[] array,
      @Attribute(key = "app.list") List<Float> list) {}

  enum Unit {
    DAYS,
    HOURS
  }

  static final class Order {
    public int days;
    private final String title;
    private final List<Stop> stops;
    private boolean rush;
    @Sensitive private String reader = "SECRET";

    Order(String title, int days, List<Stop> stops) {
      this.title = title;
      this.days = days;
      this.stops = stops;
    }

    public String getTitle() {
      return title;
    }

    public List<Stop> getStops() {
      return stops;
    }

    public boolean isRush() {
      return rush;
    }

    public String getReader() {
      return reader;
    }
  }

  static class Stop {
    private final String city;

    Stop(String city) {
      this.city = city;
    }

    public String getCity() {
      return city;
    }
  }

  static class Lazy {
    private List<String> titles = List.of();

    public List<String> getTitles() {
      LOADED.incrementAndGet();
      return titles;
    }
  }

  static class Service {
    private final Object store = new Object();

    public String getName() {
      LOADED.incrementAndGet();
      return store.toString();
    }
  }
}
