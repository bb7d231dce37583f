package io.spanloom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.spanloom.StreamedModelCallTest.Chunk;
import io.spanloom.annotations.Agent;
import io.spanloom.annotations.Attribute;
import io.spanloom.annotations.LlmCall;
import io.spanloom.annotations.Sensitive;
import io.spanloom.annotations.Tool;
import io.spanloom.content.ContentMode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is delivered after its method has returned is content like any other. */
@SuppressWarnings("NoJsonForm") // the tests hand their tools what these are to return
class LateContentTest {

  private Recorded recorded = Recorded.withDefaults();

  @AfterEach
  void close() {
    recorded.close();
  }

  @Test
  void aStreamsFailureQuotesNeitherWhatItDeliveredNorWhatItWasGiven() {
    catchThrowable(() -> breaking(Map.of("day", "Friday 13th")).toList());

    assertThat(recorded.everything()).doesNotContain("landlord", "Friday");
  }

  @Test
  void aCallAboveDoesNotQuoteWhatIsStillBeingStreamed() {
    catchThrowable(() -> agent("half of it"));

    assertThat(recorded.everything()).contains("invoke_agent agent").doesNotContain("landlord");
  }

  @Test
  void aCallAboveDoesNotQuoteAModelsStreamedAnswer() {
    catchThrowable(() -> asking("all of it"));

    assertThat(recorded.everything()).contains("invoke_agent asking").doesNotContain("landlord");
  }

  @Test
  void aCallAboveDoesNotQuoteWhatAStageSettledWith() {
    catchThrowable(() -> waiting(new CompletableFuture<>()));

    assertThat(recorded.everything()).contains("invoke_agent waiting").doesNotContain("landlord");
  }

  @Test
  void aStagesFailureDoesNotQuoteWhatItsCallWasGiven() {
    CompletableFuture<String> answer = new CompletableFuture<>();
    later(Map.of("day", "Friday 13th"), answer);
    answer.completeExceptionally(new IllegalStateException("nothing on Friday 13th"));

    assertThat(recorded.span("execute_tool later").getStatus().getDescription())
        .startsWith("java.lang.IllegalStateException (message hidden");
  }

  @ParameterizedTest
  @EnumSource(ContentMode.class)
  void nothingIsShownWhereADeferredSensitiveCallMayHaveFailed(ContentMode mode) {
    capture(mode);
    catchThrowable(() -> login("jane"));

    assertThat(recorded.spans()).hasSize(2);
    assertThat(recorded.everything())
        .contains("IllegalStateException")
        .doesNotContain("SECRET", "wrong password");
  }

  @ParameterizedTest
  @EnumSource(ContentMode.class)
  void sensitiveStreamsLeaveNowhere(ContentMode mode) {
    capture(mode);
    catchThrowable(() -> quoting("them"));

    assertThat(recorded.spans()).hasSize(2);
    assertThat(recorded.everything()).doesNotContain("SECRET");
  }

  @Test
  void eventsHoldWhatSpansMayNot() {
    capture(ContentMode.EVENT_ONLY);
    assertThat(halves().collect(Collectors.joining())).isEqualTo(WHOLE);

    assertThat(Recorded.attributes(recorded.span("execute_tool halves")).toString())
        .doesNotContain("landlord");
    assertThat(
            recorded
                .event(recorded.span("execute_tool halves"))
                .getAttributes()
                .get(AttributeKey.stringKey("output.value")))
        .isEqualTo(WHOLE);
  }

  @Test
  void theEventHoldsTheLastValueOfAnAttributeThatEachItemHas() {
    capture(ContentMode.EVENT_ONLY);
    assertThat(lengths(Stream.of("a", "bb", "ccc"))).hasSize(3);

    SpanData span = recorded.span("execute_tool lengths");
    assertThat(Recorded.attributes(span)).containsEntry("app.length", 3L);
    assertThat(recorded.event(span).getAttributes().asMap())
        .containsEntry(AttributeKey.longKey("app.length"), 3L);
  }

  private void capture(ContentMode mode) {
    recorded.close();
    recorded = Recorded.with(SpanloomOptions.builder().content(mode).build());
  }

  private static final String WHOLE = "the landlord's brother";

  @Agent
  void agent(String what) {
    String read = halves().limit(1).collect(Collectors.joining());
    throw new IllegalStateException("cannot read '" + read + "'");
  }

  @Agent
  void asking(String what) {
    StringBuilder read = new StringBuilder();
    chat(Stream.of(Chunk.text("the landlord's "), Chunk.text("brother")))
        .forEach(chunk -> read.append(chunk.text()));
    throw new IllegalStateException("cannot read '" + read + "'");
  }

  @Agent
  void waiting(CompletableFuture<String> answer) {
    CompletableFuture<String> later = later(Map.of(), answer);
    answer.complete(WHOLE);
    throw new IllegalStateException("cannot read '" + later.join() + "'");
  }

  @Agent
  void login(String user) {
    CompletableFuture<String> checked = check(user, "SECRET password", new CompletableFuture<>());
    throw new IllegalStateException("wrong password SECRET password", new Throwable(checked + ""));
  }

  @Agent
  void quoting(String what) {
    throw new IllegalStateException("cannot use " + secrets().toList());
  }

  /** Delivers a text in halves. */
  @Tool
  Stream<String> halves() {
    return Stream.of("the landlord's ", "brother");
  }

  /** Delivers and breaks. */
  @Tool
  Stream<String> breaking(Map<String, String> filter) {
    return Stream.of("the landlord's ", "brother", "")
        .peek(
            each -> {
              if (each.isEmpty()) {
                throw new IllegalStateException(
                    "lost after '" + WHOLE + "' on " + filter.get("day"));
              }
            });
  }

  /** Answers later. */
  @Tool
  CompletableFuture<String> later(Map<String, String> filter, CompletableFuture<String> answer) {
    return answer;
  }

  /** Checks a password. */
  @Tool
  CompletableFuture<String> check(
      String user, @Sensitive String password, CompletableFuture<String> answer) {
    answer.complete(user);
    return answer;
  }

  /** Streams what must not be seen. */
  @Tool
  @Sensitive
  Stream<String> secrets() {
    return List.of("SECRET ", "items").stream();
  }

  /** Tells how long each item is. */
  @Tool
  @Attribute(key = "app.length", path = "length")
  Stream<String> lengths(Stream<String> items) {
    return items;
  }

  @LlmCall(model = "gpt-4.1-mini")
  Stream<Chunk> chat(Stream<Chunk> response) {
    return response;
  }
}
