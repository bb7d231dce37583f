package io.spanloom.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What servers that speak almost like OpenAI stream is read as it is meant. */
class StreamedToolCallsTest {

  private final StreamedResponse response = new StreamedResponse(100);

  @Test
  void partsOfSeveralCallsMayTakeTurns() {
    response.toolCall(0, "call_0", "search", "");
    response.toolCall(1, "call_1", "search", "");
    response.toolCall(0, null, null, "{\"q\":");
    response.toolCall(1, null, null, "{\"q\":");
    assertThat(response.takeToolCalls()).isEmpty();
    response.toolCall(1, null, null, "\"b\"}");
    response.toolCall(0, null, null, "\"}{a\"}");
    response.finishReason("tool_calls");

    assertThat(response.takeToolCalls())
        .containsExactlyInAnyOrder(
            new LlmToolCall("call_0", "search", "{\"q\":\"}{a\"}"),
            new LlmToolCall("call_1", "search", "{\"q\":\"b\"}"));
    assertThat(ids()).containsExactly("call_0", "call_1");
  }

  @Test
  void aNewIdIsANewCall() {
    response.toolCall(0, "call_0", "search", "{\"q\":");
    response.toolCall(0, "call_0", "search", "\"a\"}");
    response.toolCall(0, "call_1", "search", "{\"q\":");
    response.toolCall(0, " ", "", "\"b\"}");
    response.completeAll();

    assertThat(calls())
        .containsExactly(
            new LlmToolCall("call_0", "search", "{\"q\":\"a\"}"),
            new LlmToolCall("call_1", "search", "{\"q\":\"b\"}"));
  }

  @Test
  void aNewNameIsANewCall() {
    response.toolCall(0, null, "search", "{\"q\":\"a\"}");
    response.toolCall(0, null, "weather", "{\"q\":\"a\"}");
    response.toolCall(0, null, "weather", "{\"q\":\"b\"}");
    response.completeAll();

    assertThat(calls())
        .containsExactly(
            new LlmToolCall(null, "search", "{\"q\":\"a\"}"),
            new LlmToolCall(null, "weather", "{\"q\":\"a\"}"),
            new LlmToolCall(null, "weather", "{\"q\":\"b\"}"));
  }

  @Test
  void callsWithoutArgumentsAreToldApartToo() {
    response.toolCall(0, "call_0", "time", "");
    response.toolCall(0, "call_1", "time", "");
    response.toolCall(0, null, "place", null);
    response.completeAll();

    assertThat(calls())
        .containsExactly(
            new LlmToolCall("call_0", "time", "{}"),
            new LlmToolCall("call_1", "time", "{}"),
            new LlmToolCall(null, "place", "{}"));
  }

  @Test
  void callsOfOneIdAreAsManyAsTheirArguments() {
    response.toolCall(0, "d1", "search", "{\"q\":\"a\"}");
    response.toolCall(0, "d1", "search", "{\"q\":\"b\"}");
    response.completeAll();

    assertThat(calls()).hasSize(2);
  }

  @Test
  void noArgumentsAreAnEmptyObject() {
    response.toolCall(0, "call_0", "time", "");
    response.toolCall(1, "call_1", "time", null);
    assertThat(response.takeToolCalls()).isEmpty();
    response.finishReason("tool_calls");

    assertThat(response.takeToolCalls())
        .containsExactly(
            new LlmToolCall("call_0", "time", "{}"), new LlmToolCall("call_1", "time", "{}"));
  }

  @Test
  void someServersSayStopAfterEachPart() {
    response.toolCall(0, "call_0", "search", "");
    response.finishReason("stop");
    response.toolCall(0, null, null, "{\"q\":\"a\"}");
    response.finishReason("stop");
    response.finishReason("tool_calls");
    response.finishReason("stop");
    response.finishReason("");

    assertThat(response.takeToolCalls())
        .containsExactly(new LlmToolCall("call_0", "search", "{\"q\":\"a\"}"));
    assertThat(response.finishReasons()).containsExactly("tool_calls");
  }

  @Test
  void eachChoiceHasOneReason() {
    response.finishReason(1, "stop");
    response.finishReason(0, "length");
    response.finishReason(1, "stop");
    response.finishReason(2, " ");

    assertThat(response.finishReasons()).containsExactly("length", "stop");
  }

  @Test
  void whatIsBlankSaysNothing() {
    response.id("");
    response.model(" ");
    assertThat(response.id()).isNull();
    response.id("c-1");
    response.model("m");
    response.id("");
    response.model("");

    assertThat(response.id()).isEqualTo("c-1");
    assertThat(response.model()).isEqualTo("m");
  }

  @Test
  void aCallThatWasCutIsAskedForAsItIs() {
    response.toolCall(0, "call_0", "search", "{\"q\":\"a");
    response.finishReason("length");
    assertThat(response.takeToolCalls()).isEmpty();
    response.completeAll();

    assertThat(calls()).containsExactly(new LlmToolCall("call_0", "search", "{\"q\":\"a"));
  }

  private List<LlmToolCall> calls() {
    return response.messages().get(0).toolCalls();
  }

  private List<String> ids() {
    return calls().stream().map(LlmToolCall::id).toList();
  }
}
