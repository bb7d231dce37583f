package io.spanloom.reactor;

import static io.spanloom.testing.SpanloomAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.reactor.ModelSdk.Chunk;
import io.spanloom.reactor.ModelSdk.Reply;
import io.spanloom.testing.RecordedSpans;
import io.spanloom.testing.SpanloomExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** Whole traces of agents that never block. */
@Timeout(30)
@ExtendWith(SpanloomExtension.class)
class ReactiveAgentTest {

  @Test
  void toolsInParallelKeepParentAndId(RecordedSpans recorded) {
    Researcher researcher =
        new Researcher(
            Reply.asking(Researcher.FIRST, Researcher.SECOND), Reply.saying("It depends."));

    assertThat(researcher.answer("a or b?").block()).isEqualTo("It depends.");

    assertThat(recorded.trace())
        .everyToolHasItsCallId()
        .hasNoContent()
        .hasTree(
            """
            invoke_agent researcher
              chat gpt-4.1-mini
              execute_tool search
              execute_tool search
              chat gpt-4.1-mini
            """);
  }

  @Test
  void whatOperatorsCallIsBelowTheMethodThatBuiltThem(RecordedSpans recorded) {
    Researcher researcher =
        new Researcher(Reply.asking(Researcher.THIRD), Reply.saying("It depends."));

    researcher.answer("c?").block();

    assertThat(recorded.trace())
        .hasTree(
            """
            invoke_agent researcher
              chat gpt-4.1-mini
              execute_tool fetch
                execute_tool download
              chat gpt-4.1-mini
            """);
    assertThat(recorded.trace()).hasSpan("execute_tool fetch").hasToolCallId("call_3");
  }

  @Test
  void manyAgentsAtOnceStayApart(RecordedSpans recorded) {
    Flux.range(0, 50)
        .flatMap(
            n ->
                new Researcher(
                        Reply.asking(Researcher.FIRST, Researcher.THIRD), Reply.saying("Done."))
                    .answer("?"))
        .blockLast();

    assertThat(recorded.traces())
        .hasSize(50)
        .allSatisfy(
            trace ->
                assertThat(trace)
                    .hasRoot("invoke_agent researcher")
                    .hasChildren(
                        "chat gpt-4.1-mini",
                        "execute_tool search",
                        "execute_tool fetch",
                        "chat gpt-4.1-mini"));
  }

  @Test
  void aToolRunsWhileTheStreamGoesOn(RecordedSpans recorded) {
    Flux<Chunk> wire =
        Flux.just(
                Chunk.text("Let me "),
                Chunk.text("see."),
                Chunk.call(Researcher.FIRST),
                Chunk.end("tool_calls"))
            .publishOn(Schedulers.boundedElastic());

    assertThat(new Researcher().answerFrom(wire).collectList().block())
        .containsExactly("Let me ", "see.", "Two hits on a");

    assertThat(recorded.trace())
        .everyToolHasItsCallId()
        .hasTree(
            """
            invoke_agent streamer
              chat gpt-4.1-mini
              execute_tool search
            """);
    assertThat(recorded.trace())
        .hasSpan("chat gpt-4.1-mini")
        .hasAttribute("spanloom.stream.chunks", 4L)
        .hasAttribute("gen_ai.response.time_to_first_chunk");
  }
}
