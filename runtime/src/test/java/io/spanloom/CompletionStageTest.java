package io.spanloom;

import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.spanloom.ModelSdk.Request;
import io.spanloom.ModelSdk.Response;
import io.spanloom.annotations.Attribute;
import io.spanloom.annotations.GenAi;
import io.spanloom.annotations.LlmCall;
import io.spanloom.annotations.Tool;
import io.spanloom.annotations.ToolCallId;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A result that settles later ends the span when it does. */
@SuppressWarnings("NoJsonForm") // the tests hand their tools what these are to do
class CompletionStageTest {

  private final Recorded recorded = Recorded.withDefaults();

  @AfterEach
  void close() {
    recorded.close();
  }

  @Test
  void endsWhenTheStageCompletes() {
    CompletableFuture<String> future = new CompletableFuture<>();

    assertThat(search(future)).isSameAs(future);
    assertThat(recorded.spans()).isEmpty();

    future.complete("found");
    assertThat(recorded.tree("spanloom.output.length", "app.length"))
        .isEqualTo("execute_tool search 5 5\n");
  }

  @Test
  void aStageAlreadyCompleteEndsAtOnce() {
    search(CompletableFuture.completedFuture("x"));

    assertThat(recorded.tree("spanloom.output.length")).isEqualTo("execute_tool search 1\n");
  }

  @Test
  void aFailureIsTheStagesOwn() {
    CompletableFuture<String> future = new CompletableFuture<>();
    search(future.thenApply(value -> value));

    future.completeExceptionally(new IOException("gone"));

    assertThat(recorded.tree("error.type"))
        .isEqualTo("execute_tool search java.io.IOException ERROR\n");
  }

  @Test
  void cancellationIsAnErrorOfItsOwn() {
    CompletableFuture<String> future = new CompletableFuture<>();
    search(future);

    future.cancel(true);

    assertThat(recorded.tree("error.type"))
        .isEqualTo("execute_tool search java.util.concurrent.CancellationException ERROR\n");
  }

  @Test
  void aStageThatIsForgottenEndsItsSpan() throws Exception {
    search(new CompletableFuture<>());

    recorded.awaitSpansWhileCollecting(1);

    assertThat(recorded.tree("spanloom.end")).isEqualTo("execute_tool search unobserved\n");
  }

  /** What the caller got and dropped may be a view of what somebody will complete. */
  @Test
  void aStageThatSomebodyHoldsIsNotForgotten() throws Exception {
    CompletableFuture<String> held = new CompletableFuture<>();
    search(held.thenApply(value -> value));
    search(viewOf(held));
    search(new CompletableFuture<>());
    recorded.awaitSpansWhileCollecting(1);
    assertThat(recorded.tree("spanloom.end")).isEqualTo("execute_tool search unobserved\n");

    held.complete("found");

    assertThat(recorded.tree("spanloom.end", "app.length"))
        .isEqualTo(
            """
            execute_tool search 5
            execute_tool search 5
            execute_tool search unobserved
            """);
  }

  @SuppressWarnings("unchecked")
  private static CompletionStage<String> viewOf(CompletionStage<String> stage) {
    return (CompletionStage<String>)
        Proxy.newProxyInstance(
            CompletionStageTest.class.getClassLoader(),
            new Class<?>[] {CompletionStage.class},
            (proxy, method, arguments) -> method.invoke(stage, arguments));
  }

  @Test
  void aMethodThatThrowsInsteadEndsAtOnce() {
    assertThat(catchThrowable(() -> search(null))).isInstanceOf(NullPointerException.class);

    assertThat(recorded.tree("error.type"))
        .isEqualTo("execute_tool search java.lang.NullPointerException ERROR\n");
  }

  @Test
  void aMethodThatWaitsFailsWithWhatItWaitedFor() {
    CompletableFuture<String> future = CompletableFuture.failedFuture(new IOException("gone"));
    assertThat(catchThrowable(() -> waiting(future))).isInstanceOf(CompletionException.class);

    assertThat(recorded.tree("error.type"))
        .isEqualTo("execute_tool waiting java.io.IOException ERROR\n");
    assertThat(recorded.spans().get(0).getEvents().get(0).getAttributes().asMap())
        .as("what was thrown")
        .containsEntry(stringKey("exception.type"), CompletionException.class.getName());
  }

  @Test
  void overlappingCallsKeepApart() {
    CompletableFuture<String> first = new CompletableFuture<>();
    CompletableFuture<String> second = new CompletableFuture<>();
    search(first);
    search(second);

    second.complete("second");
    first.complete("one");

    assertThat(recorded.tree("spanloom.output.length"))
        .isEqualTo("execute_tool search 3\nexecute_tool search 6\n");
  }

  @Test
  void theThreadOfADeferredCallLeavesNoTraceForTheNext() {
    CompletableFuture<String> late = new CompletableFuture<>();
    CompletableFuture<String> next = new CompletableFuture<>();

    identified("call_1", "a secret", late);
    late.completeExceptionally(new IllegalStateException("no such thing as a secret"));
    search(next);
    late.obtrudeValue("obtruded");
    next.completeExceptionally(new IllegalStateException("no such thing as a secret"));

    assertThat(recorded.tree(GenAi.TOOL_CALL_ID, "app.query", "error.type"))
        .isEqualTo(
            """
            execute_tool identified call_1 a secret java.lang.IllegalStateException ERROR
            execute_tool search java.lang.IllegalStateException ERROR
            """);
  }

  @Test
  void theAdapterReadsTheSettledResponse() {
    CompletableFuture<Response> future = new CompletableFuture<>();
    complete(new Request("m", List.of()), future);

    future.complete(Response.saying("hi"));

    assertThat(recorded.tree("gen_ai.usage.input_tokens")).isEqualTo("chat m 100\n");
  }

  /** Searches. */
  @Tool
  @Attribute(key = "app.length", path = "length()")
  CompletionStage<String> search(@SuppressWarnings("NoJsonForm") CompletionStage<String> result) {
    result.toCompletableFuture();
    return result;
  }

  /** Searches. */
  @Tool
  CompletableFuture<String> identified(
      @ToolCallId String id,
      @Attribute(key = "app.query") String query,
      CompletableFuture<String> result) {
    return result;
  }

  /** Waits. */
  @Tool
  String waiting(@SuppressWarnings("NoJsonForm") CompletableFuture<String> future) {
    return future.join();
  }

  @LlmCall
  CompletableFuture<Response> complete(Request request, CompletableFuture<Response> result) {
    return result;
  }
}
