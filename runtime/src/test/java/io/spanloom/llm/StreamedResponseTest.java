package io.spanloom.llm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A stream may never end: what is kept of it is bounded. */
class StreamedResponseTest {

  private final StreamedResponse response = new StreamedResponse(100);

  @Test
  @Timeout(30)
  void toolCallsWithoutEndAreCut() {
    for (int i = 0; i < 20_000; i++) {
      response.toolCall(i, "call_" + i, "search", "{\"q\":\"x\"}");
      response.toolCall(new LlmToolCall("whole_" + i, "search", "{}"));
      response.finishReason(i, i == 0 ? null : "tool_calls");
    }
    response.completeAll();

    assertThat(response.takeToolCalls()).hasSize(1024);
    assertThat(response.finishReasons()).hasSize(128);
  }

  @Test
  void theArgumentsOfAllCallsAreBoundedTogether() {
    String part = "x".repeat(StreamedResponse.MAX_ARGUMENTS / 2);
    for (int i = 0; i < 100; i++) {
      response.toolCall(i, "call_" + i, "search", part);
      response.toolCall(i, null, null, part);
    }
    response.completeAll();

    assertThat(response.takeToolCalls())
        .hasSize(100)
        .filteredOn(call -> call.arguments() != null)
        .hasSize(4);
  }

  @Test
  void aCallIsCompleteWhenTheChunksTurnToAnother() {
    response.toolCall(0, "call_0", "search", "{");
    response.toolCall(0, null, null, "}");
    assertThat(response.takeToolCalls()).isEmpty();

    response.toolCall(1, "call_1", "search", "{}");
    assertThat(response.takeToolCalls()).extracting(LlmToolCall::id).containsExactly("call_0");
    response.toolCall(0, null, null, "late");
    assertThat(response.takeToolCalls()).extracting(LlmToolCall::id).containsExactly("call_1");
  }
}
