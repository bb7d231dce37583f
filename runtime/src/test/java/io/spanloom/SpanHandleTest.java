package io.spanloom;

import static io.opentelemetry.api.common.AttributeKey.doubleKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static io.spanloom.Recorded.attributes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.spanloom.annotations.Agent;
import io.spanloom.annotations.GenAi;
import io.spanloom.annotations.LlmCall;
import io.spanloom.annotations.OpenInference;
import io.spanloom.annotations.Task;
import io.spanloom.content.ContentMode;
import io.spanloom.internal.call.Tracing;
import io.spanloom.internal.content.ContentPart;
import io.spanloom.internal.content.ContentSettings;
import io.spanloom.internal.settings.Settings;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a program tells of the span the weaver opened. */
class SpanHandleTest {

  private Recorded recorded = Recorded.withDefaults();

  @AfterEach
  void close() {
    recorded.close();
  }

  @Test
  void attributesOfAnyTypeGoOnTheCurrentSpan() {
    task(
        () ->
            Spans.current()
                .setAttribute("app.text", "x")
                .setAttribute("app.number", 7)
                .setAttribute("app.ratio", 0.5)
                .setAttribute("app.flag", true)
                .setAttribute(
                    AttributeKey.stringArrayKey("app.list"), java.util.List.of("a", "b")));

    assertThat(attributes(recorded.span("task")))
        .contains(
            entry("app.text", "x"),
            entry("app.number", 7L),
            entry("app.ratio", 0.5),
            entry("app.flag", true),
            entry("app.list", java.util.List.of("a", "b")));
  }

  @Test
  void theUsageOfAHandWrittenClientCountsForCostAndTotals() {
    agent(
        () -> chat(() -> Spans.current().usage(1000, 100).setAttribute(GenAi.RESPONSE_ID, "r-1")));

    assertThat(attributes(recorded.span("chat claude-sonnet-4-5")))
        .contains(
            entry(GenAi.USAGE_INPUT_TOKENS, 1000L),
            entry("llm.token_count.prompt", 1000L),
            entry("llm.token_count.completion", 100L),
            entry(GenAi.RESPONSE_ID, "r-1"))
        .containsKey("llm.cost.total");
    SpanData agent = recorded.span("invoke_agent agent");
    assertThat(attributes(agent)).containsEntry("spanloom.total.input_tokens", 1000L);
    assertThat(agent.getAttributes().get(doubleKey("spanloom.total.cost")))
        .isCloseTo((1000 * 3.0 + 100 * 15.0) / 1_000_000, within(1e-12));
  }

  @Test
  void usageSetOnAnotherThreadIsRecordedAsItIs() {
    chat(
        () -> {
          SpanHandle here = Spans.current();
          CompletableFuture.runAsync(() -> here.usage(1000, 100)).join();
        });

    assertThat(attributes(recorded.span("chat claude-sonnet-4-5")))
        .containsEntry(GenAi.USAGE_INPUT_TOKENS, 1000L)
        .containsEntry(GenAi.USAGE_OUTPUT_TOKENS, 100L);
  }

  @Test
  void contentIsRecordedAsFarAsThePolicyAllows() {
    task(this::tellContent);
    assertThat(recorded.everything()).contains("app.count", "thought").doesNotContain("jane");

    recorded.close();
    recorded = Recorded.with(SpanloomOptions.builder().content(ContentMode.SPAN_ONLY).build());
    task(this::tellContent);
    assertThat(attributes(recorded.span("task")))
        .containsEntry("input.value", "mail [EMAIL] to jane");
    assertThat(event().getAttributes().get(stringKey("output.value"))).isEqualTo("to [EMAIL]");
  }

  @Test
  void aDecisionSaysWhichWayAndHowSureAndKeepsTheReasonPrivate() {
    task(this::decide);

    assertThat(event().getName()).isEqualTo("spanloom.decision");
    assertThat(event(event()))
        .containsOnly(
            entry("spanloom.decision.name", "route"),
            entry("spanloom.decision.chosen", "search"),
            entry("spanloom.decision.confidence", 0.87));
  }

  @Test
  void theReasonOfADecisionIsContent() {
    recorded.close();
    recorded = Recorded.with(SpanloomOptions.builder().content(ContentMode.SPAN_ONLY).build());
    task(this::decide);

    assertThat(event(event()))
        .containsEntry("spanloom.decision.reason", "jane wrote [EMAIL] in the question");
  }

  @ParameterizedTest
  @EnumSource(
      value = ContentPart.class,
      names = {"INPUT", "OUTPUT", "INPUT_TEXT", "OUTPUT_TEXT", "PROMPT", "CHOICE"})
  void theReasonOfADecisionIsHiddenWhereAnyTextIs(ContentPart hidden) {
    Settings defaults = Settings.fromEnvironment(null);
    Tracing.install(
        recorded.sdk(),
        new Settings(
            defaults.conventions(),
            ContentSettings.of(ContentMode.SPAN_ONLY).withHidden(Set.of(hidden)),
            defaults.reparentTools(),
            defaults.prices(),
            defaults.metricAttributes(),
            defaults.baggage(),
            defaults.retrieval()));
    task(this::decide);

    assertThat(event(event()))
        .containsEntry("spanloom.decision.chosen", "search")
        .containsEntry("spanloom.decision.reason", "__REDACTED__");
  }

  @Test
  void theChoiceOfADecisionIsFreeText() {
    recorded.close();
    recorded = Recorded.with(SpanloomOptions.builder().freeText(false).build());
    task(this::decide);

    assertThat(event(event()))
        .containsOnly(
            entry("spanloom.decision.name", "route"), entry("spanloom.decision.confidence", 0.87));
  }

  @Test
  void whatADecisionDoesNotSayIsLeftOut() {
    task(() -> Spans.current().decision(null, "jane@example.com", Double.NaN, null));

    assertThat(event(event())).containsOnly(entry("spanloom.decision.chosen", "[EMAIL]"));
  }

  @Test
  void eventsAreStepsOfReasoning() {
    task(
        () ->
            Spans.current()
                .addEvent("context analysed", Attributes.of(stringKey("app.topic"), "law"))
                .addEvent("plan made"));

    assertThat(recorded.span("task").getEvents())
        .extracting(event -> event.getName() + event(event))
        .containsExactly("context analysed{app.topic=law}", "plan made{}");
  }

  @Test
  void otherThreadsTellToo() {
    task(
        () -> {
          SpanHandle here = Spans.current();
          CompletableFuture.runAsync(
                  () -> here.setAttribute("app.elsewhere", true).addEvent("heard"))
              .join();
        });

    assertThat(recorded.tree("app.elsewhere")).isEqualTo("task true\n");
    assertThat(event().getName()).isEqualTo("heard");
  }

  @Test
  void afterTheEndAllIsIgnored() {
    SpanHandle[] kept = new SpanHandle[1];
    task(() -> kept[0] = Spans.current());
    tellAll(kept[0]);
    task(() -> tellAll(kept[0]));

    assertThat(recorded.spans())
        .hasSize(2)
        .allSatisfy(span -> assertThat(span.getEvents()).isEmpty())
        .allSatisfy(span -> assertThat(attributes(span)).doesNotContainKey("app.late"));
    assertThat(kept[0].spanContext().isValid()).isTrue();
    assertThat(Tracing.failureCount()).isZero();
  }

  @Test
  void withoutSpanAllIsIgnored() {
    tellAll(Spans.current());

    assertThat(Spans.current().spanContext().isValid()).isFalse();
    assertThat(recorded.spans()).isEmpty();
  }

  @Test
  void nullIsIgnored() {
    task(
        () ->
            Spans.current()
                .setAttribute((String) null, "x")
                .setAttribute("app.x", null)
                .setAttribute((AttributeKey<String>) null, "x")
                .setAttribute(null, 1L)
                .setAttribute(null, 1.0)
                .setAttribute(null, true)
                .addEvent(null)
                .addEvent(null, null)
                .addEvent("bare", null)
                .decision(null, null, Double.NaN, null));

    assertThat(recorded.span("task").getEvents())
        .extracting(event -> event.getName() + event(event))
        .containsExactly("bare{}", "spanloom.decision{}");
    assertThat(Tracing.failureCount()).isZero();
  }

  private static void tellAll(SpanHandle handle) {
    handle
        .setAttribute("app.late", true)
        .usage(1, 1)
        .addEvent("late")
        .decision("late", "late", 1, "late");
  }

  private void tellContent() {
    Spans.current()
        .setAttribute(OpenInference.INPUT_VALUE, "mail jane@example.com to jane")
        .setAttribute("app.count", 1)
        .addEvent(
            "thought", Attributes.of(stringKey(OpenInference.OUTPUT_VALUE), "to jane@example.com"));
  }

  private void decide() {
    Spans.current()
        .decision("route", "search", 0.87, "jane wrote jane@example.com in the question");
  }

  private EventData event() {
    return recorded.span("task").getEvents().get(0);
  }

  private static Map<String, Object> event(EventData event) {
    Map<String, Object> attributes = new TreeMap<>();
    event.getAttributes().forEach((key, value) -> attributes.put(key.getKey(), value));
    return attributes;
  }

  @Agent("agent")
  void agent(Runnable body) {
    body.run();
  }

  @Task
  void task(Runnable body) {
    body.run();
  }

  @LlmCall(provider = "anthropic", model = "claude-sonnet-4-5")
  @SuppressWarnings("LlmCallWithoutUsage")
  void chat(Runnable body) {
    body.run();
  }
}
