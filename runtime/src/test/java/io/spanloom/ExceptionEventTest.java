package io.spanloom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.spanloom.ModelSdk.Request;
import io.spanloom.ModelSdk.Response;
import io.spanloom.annotations.Embedding;
import io.spanloom.annotations.LlmCall;
import io.spanloom.annotations.Retrieval;
import io.spanloom.annotations.Sensitive;
import io.spanloom.annotations.Tool;
import io.spanloom.content.ContentMode;
import io.spanloom.content.ExceptionMessageMode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The conventions' event of an exception that a client operation failed with. */
class ExceptionEventTest {

  private Recorded recorded = Recorded.withDefaults();

  @AfterEach
  void close() {
    recorded.close();
  }

  @Test
  void aFailedModelCallHasOne() {
    assertThatThrownBy(() -> complete(new Request("m", List.of())))
        .isInstanceOf(IllegalStateException.class);

    LogRecordData event = recorded.events().get(0);
    assertThat(recorded.events()).hasSize(1);
    assertThat(RecordedEvent.name(event)).isEqualTo("gen_ai.client.operation.exception");
    assertThat(event.getSeverity()).isEqualTo(Severity.WARN);
    assertThat(event.getSpanContext()).isEqualTo(recorded.span("chat m").getSpanContext());
    Map<String, Object> attributes = RecordedEvent.attributes(event);
    assertThat(String.valueOf(attributes.remove("exception.stacktrace")))
        .startsWith(
            "java.lang.IllegalStateException\n\tat io.spanloom.ExceptionEventTest.complete");
    assertThat(attributes)
        .containsOnly(
            entry("exception.type", "java.lang.IllegalStateException"),
            entry("error.type", "model_overloaded"),
            entry("gen_ai.operation.name", "chat"),
            entry("gen_ai.provider.name", "openai"),
            entry("gen_ai.request.model", "m"));
  }

  @Test
  void soHaveEmbeddingsAndRetrievals() {
    assertThatThrownBy(this::embed).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(this::search).isInstanceOf(IllegalStateException.class);

    assertThat(recorded.events())
        .extracting(RecordedEvent::name)
        .containsExactly("gen_ai.client.operation.exception", "gen_ai.client.operation.exception");
  }

  @Test
  void toolsAndWhatSucceedsHaveNone() {
    assertThatThrownBy(this::tool).isInstanceOf(IllegalStateException.class);
    answer();

    assertThat(recorded.spans()).hasSize(2);
    assertThat(recorded.events()).isEmpty();
  }

  @Test
  void openInferenceDefinesNone() {
    with(SpanloomOptions.builder().conventions("openinference"));
    assertThatThrownBy(this::search).isInstanceOf(IllegalStateException.class);

    assertThat(recorded.events()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(ContentMode.class)
  void theMessageIsContentOfEvents(ContentMode mode) {
    with(SpanloomOptions.builder().content(mode));
    assertThatThrownBy(this::search).isInstanceOf(IllegalStateException.class);

    Map<String, Object> attributes = exception();
    if (mode == ContentMode.EVENT_ONLY || mode == ContentMode.SPAN_AND_EVENT) {
      assertThat(attributes).containsEntry("exception.message", "SECRET of [EMAIL]");
    } else {
      assertThat(attributes.toString()).doesNotContain("SECRET");
    }
  }

  @Test
  void aChosenMessageIsShownRedacted() {
    with(SpanloomOptions.builder().exceptionMessages(ExceptionMessageMode.REDACTED));
    assertThatThrownBy(this::search).isInstanceOf(IllegalStateException.class);

    assertThat(exception()).containsEntry("exception.message", "SECRET of [EMAIL]");
  }

  @Test
  void aCallWithSensitiveValuesHidesIt() {
    with(SpanloomOptions.builder().content(ContentMode.SPAN_AND_EVENT));
    assertThatThrownBy(() -> ask("SECRET")).isInstanceOf(IllegalStateException.class);

    assertThat(exception().toString()).doesNotContain("SECRET");
  }

  private Map<String, Object> exception() {
    return recorded.events().stream()
        .filter(event -> RecordedEvent.name(event).equals("gen_ai.client.operation.exception"))
        .map(RecordedEvent::attributes)
        .findFirst()
        .orElseThrow();
  }

  private void with(SpanloomOptions.Builder options) {
    recorded.close();
    recorded = Recorded.with(options.build());
  }

  @LlmCall(provider = "openai")
  Response complete(Request request) {
    throw new IllegalStateException("SECRET of jane@example.com");
  }

  @LlmCall(provider = "openai", model = "m")
  @SuppressWarnings("LlmCallWithoutUsage")
  String answer() {
    return "answer";
  }

  @LlmCall(provider = "openai", model = "m")
  @SuppressWarnings("LlmCallWithoutUsage")
  String ask(@Sensitive String question) {
    throw new IllegalStateException(question);
  }

  @Embedding(provider = "openai", model = "e")
  double[] embed() {
    throw new IllegalStateException("SECRET of jane@example.com");
  }

  @Retrieval(dataSource = "library")
  List<String> search() {
    throw new IllegalStateException("SECRET of jane@example.com");
  }

  /** Fails. */
  @Tool
  String tool() {
    throw new IllegalStateException("SECRET of jane@example.com");
  }
}
