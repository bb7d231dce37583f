package io.spanloom.reactor;

import static io.spanloom.testing.SpanloomAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.SpanloomOptions;
import io.spanloom.annotations.Agent;
import io.spanloom.annotations.Attribute;
import io.spanloom.annotations.LlmCall;
import io.spanloom.annotations.Tool;
import io.spanloom.content.ContentMode;
import io.spanloom.llm.LlmToolCall;
import io.spanloom.reactor.ModelSdk.Reply;
import io.spanloom.reactor.ModelSdk.Request;
import io.spanloom.testing.SpanloomExtension;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** What is subscribed to again does its work again: that is a call of its own. */
@Timeout(30)
class AgainTest {

  @RegisterExtension
  static final SpanloomExtension spanloom =
      SpanloomExtension.with(SpanloomOptions.builder().content(ContentMode.SPAN_ONLY).build());

  private final AtomicInteger tries = new AtomicInteger();

  @Test
  void eachTryIsASpanBelowTheSameParent() {
    assertThat(persistent().block()).isEqualTo("One hit on a");

    assertThat(spanloom.trace())
        .everyToolHasItsCallId()
        .hasTree(
            """
            invoke_agent persistent
              chat gpt-4.1-mini ERROR
              chat gpt-4.1-mini ERROR
              chat gpt-4.1-mini
              execute_tool search ERROR
              execute_tool search
            """);
    assertThat(spanloom.trace())
        .hasRoot("invoke_agent persistent")
        .hasAttribute("spanloom.total.input_tokens", 100L)
        .child("chat gpt-4.1-mini", 2)
        .hasAttribute("gen_ai.usage.input_tokens", 100L);
    assertThat(spanloom.trace())
        .hasRoot("invoke_agent persistent")
        .child("execute_tool search", 1)
        .hasToolCallId("call_1")
        .isLinkedTo("chat gpt-4.1-mini")
        .hasAttribute("app.query", "a")
        .hasAttribute("gen_ai.tool.call.arguments", "{\"query\":\"a\"}")
        .hasAttribute("output.value", "One hit on a");
  }

  @Test
  void aWholeAgentIsRunAgain() {
    assertThat(moody().retry(1).block()).isEqualTo("fine");

    assertThat(spanloom.traces()).hasSize(2);
    assertThat(spanloom.traces().get(0))
        .hasRoot("invoke_agent moody")
        .hasFailedWith(IllegalStateException.class);
    assertThat(spanloom.traces().get(1)).hasRoot("invoke_agent moody").hasNotFailed();
  }

  @Test
  void whatIsRepeatedIsCountedAgain() {
    Flux<String> counted = count(Flux.defer(() -> Flux.just("a", "b")));

    assertThat(counted.repeat(1).collectList().block()).hasSize(4);

    assertThat(spanloom.traces())
        .hasSize(2)
        .allSatisfy(
            trace ->
                assertThat(trace)
                    .hasRoot("execute_tool count")
                    .hasAttribute("spanloom.stream.chunks", 2L));
  }

  @Test
  void whatIsRememberedOrSharedIsCountedOnce() {
    Flux<String> remembered = count(Flux.defer(() -> Flux.just("a", "b")).cache());
    Flux<String> shared = count(Flux.just("a", "b").hide().publish().refCount(2).map(s -> s + s));

    remembered.collectList().block();
    remembered.collectList().block();
    Mono.zip(shared.collectList(), shared.collectList()).block();

    assertThat(spanloom.spans()).hasSize(2);
  }

  @Agent("persistent")
  Mono<String> persistent() {
    return ask(new Request("gpt-4.1-mini", 0))
        .retryWhen(Retry.backoff(3, Duration.ofMillis(1)))
        .flatMap(reply -> search("a").retry(1));
  }

  @Agent("moody")
  Mono<String> moody() {
    return Mono.fromCallable(
        () -> {
          if (tries.incrementAndGet() < 2) {
            throw new IllegalStateException("not yet");
          }
          return "fine";
        });
  }

  @LlmCall
  @SuppressWarnings("LlmCallWithoutUsage")
  Mono<Reply> ask(Request request) {
    return Mono.fromCallable(
        () -> {
          if (tries.incrementAndGet() < 3) {
            throw new IllegalStateException("busy");
          }
          return Reply.asking(new LlmToolCall("call_1", "search", "{\"query\":\"a\"}"));
        });
  }

  @Tool(value = "search", description = "Searches.")
  Mono<String> search(@Attribute(key = "app.query") String query) {
    return Mono.fromCallable(
        () -> {
          if (tries.incrementAndGet() < 5) {
            throw new IllegalStateException("index is busy");
          }
          return "One hit on " + query;
        });
  }

  @Tool(value = "count", description = "Counts.")
  @SuppressWarnings("NoJsonForm") // the tests hand their tools what these are to return
  Flux<String> count(Flux<String> result) {
    return result;
  }
}
