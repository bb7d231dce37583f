package io.spanloom;

import static io.spanloom.Recorded.attributes;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.spanloom.ModelSdk.Request;
import io.spanloom.ModelSdk.Response;
import io.spanloom.annotations.Agent;
import io.spanloom.annotations.LlmCall;
import io.spanloom.annotations.SessionId;
import io.spanloom.annotations.Task;
import io.spanloom.annotations.Tool;
import io.spanloom.content.ContentMode;
import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmToolCall;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Events: content beside the spans. */
class ContentEventsTest {

  private Recorded recorded = Recorded.withDefaults();

  @AfterEach
  void close() {
    recorded.close();
  }

  @Test
  void byDefaultThereAreNone() {
    answer("s-1", "SECRET question");

    assertThat(recorded.events()).isEmpty();
  }

  @Test
  void onSpansOnlyMeansNotInEvents() {
    capture(ContentMode.SPAN_ONLY);
    answer("s-1", "SECRET question");

    assertThat(recorded.events()).isEmpty();
  }

  @Test
  void aModelCallsEventHasTheSpansAttributesAndStructuredContent() {
    capture(ContentMode.EVENT_ONLY);
    answer("s-1", "SECRET question");

    SpanData span = recorded.span("chat m");
    LogRecordData event = recorded.event(span);
    assertThat(RecordedEvent.name(event)).isEqualTo("gen_ai.client.inference.operation.details");
    assertThat(event.getSpanContext()).isEqualTo(span.getSpanContext());
    Map<String, Object> values = RecordedEvent.attributes(event);
    assertThat(values)
        .containsEntry("gen_ai.operation.name", "chat")
        .containsEntry("gen_ai.provider.name", "openai")
        .containsEntry("gen_ai.request.model", "m")
        .containsEntry("gen_ai.request.temperature", 0.5)
        .containsEntry("gen_ai.response.id", "response-1")
        .containsEntry("gen_ai.usage.input_tokens", 100L)
        .containsEntry("gen_ai.conversation.id", "s-1")
        .doesNotContainKeys("input.value", "llm.input_messages.0.message.content");
    assertThat(RecordedEvent.json(event, "gen_ai.input.messages"))
        .isEqualTo(
            "[{\"role\":\"user\",\"parts\":[{\"type\":\"text\",\"content\":\"SECRET prompt of"
                + " [EMAIL]\"}]}]");
    assertThat(RecordedEvent.json(event, "gen_ai.output.messages"))
        .contains("\"arguments\":{\"query\":\"SECRET\",\"limit\":3}");
  }

  @Test
  void otherSpansHaveAnEventOfOurOwnInTheTermsOfAllConventions() {
    capture(ContentMode.EVENT_ONLY);
    answer("s-1", "SECRET question");

    LogRecordData event = recorded.event(recorded.span("execute_tool search"));
    assertThat(RecordedEvent.name(event)).isEqualTo("spanloom.operation.details");
    Map<String, Object> values = RecordedEvent.attributes(event);
    assertThat(values)
        .containsEntry("gen_ai.tool.name", "search")
        .containsEntry("gen_ai.tool.call.id", "call_1")
        .containsEntry("input.value", "{\"query\":\"SECRET\"}")
        .containsEntry("output.value", "[\"SECRET hit\"]");
    assertThat(RecordedEvent.json(event, "gen_ai.tool.call.arguments"))
        .isEqualTo("{\"query\":\"SECRET\"}");
    assertThat(RecordedEvent.attributes(recorded.event(recorded.span("invoke_agent answer"))))
        .containsEntry("input.value", "SECRET question")
        .containsEntry("output.value", "SECRET answer");
  }

  @Test
  void spansWithoutContentHaveNoEvent() {
    capture(ContentMode.EVENT_ONLY);
    nothing();

    assertThat(recorded.spans()).hasSize(1);
    assertThat(recorded.events()).isEmpty();
  }

  @Test
  void eventsOnlyMeansNotOnSpans() {
    capture(ContentMode.EVENT_ONLY);
    answer("s-1", "SECRET question");

    assertThat(recorded.spans().toString()).doesNotContain("SECRET");
    assertThat(recorded.everything()).contains("SECRET question");
  }

  @Test
  void bothMeansBoth() {
    capture(ContentMode.SPAN_AND_EVENT);
    answer("s-1", "SECRET question");

    assertThat(attributes(recorded.span("invoke_agent answer")))
        .containsEntry("input.value", "SECRET question");
    assertThat(RecordedEvent.attributes(recorded.event(recorded.span("invoke_agent answer"))))
        .containsEntry("input.value", "SECRET question");
  }

  private void capture(ContentMode mode) {
    recorded.close();
    recorded = Recorded.with(SpanloomOptions.builder().content(mode).build());
  }

  @Agent
  String answer(@SessionId String session, String question) {
    complete(new Request("m", List.of(LlmMessage.of("user", "SECRET prompt of a@example.com"))));
    search("SECRET");
    return "SECRET answer";
  }

  /** Searches. */
  @Tool
  List<String> search(String query) {
    return List.of("SECRET hit");
  }

  @LlmCall
  Response complete(Request request) {
    return Response.asking(
        new LlmToolCall("call_1", "search", "{\"query\":\"SECRET\",\"limit\":3}"));
  }

  @Task
  void nothing() {}
}
