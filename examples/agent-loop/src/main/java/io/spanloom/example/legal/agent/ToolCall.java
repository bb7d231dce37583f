package io.spanloom.example.legal.agent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.openai.models.chat.completions.ChatCompletionMessageFunctionToolCall;
import com.openai.models.chat.completions.ChatCompletionMessageToolCall;
import com.openai.models.chat.completions.ChatCompletionToolMessageParam;
import io.spanloom.example.legal.tool.ResearchTool;
import io.spanloom.example.legal.tool.ToolArguments;
import io.spanloom.example.legal.tool.ToolException;
import java.util.Map;

/** One call that the model asked for. */
final class ToolCall {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ChatCompletionMessageToolCall requested;
  private final Map<String, ResearchTool> tools;

  ToolCall(ChatCompletionMessageToolCall requested, Map<String, ResearchTool> tools) {
    this.requested = requested;
    this.tools = tools;
  }

  /** Runs the tool. A failure is a result too: the model reads it and decides what to do. */
  ChatCompletionToolMessageParam run() {
    if (!requested.isFunction()) {
      return result(requested.asCustom().id(), error("Only function tools can be called"));
    }
    ChatCompletionMessageFunctionToolCall call = requested.asFunction();
    return result(call.id(), resultOf(call));
  }

  private String resultOf(ChatCompletionMessageFunctionToolCall call) {
    ResearchTool tool = tools.get(call.function().name());
    if (tool == null) {
      return error("There is no tool " + call.function().name());
    }
    try {
      Object result = tool.call(call.id(), ToolArguments.parse(call.function().arguments()));
      return JSON.writeValueAsString(result);
    } catch (ToolException | RuntimeException | JsonProcessingException failure) {
      return error(String.valueOf(failure.getMessage()));
    }
  }

  private static String error(String message) {
    return JSON.createObjectNode().put("error", message).toString();
  }

  private static ChatCompletionToolMessageParam result(String callId, String json) {
    return ChatCompletionToolMessageParam.builder().toolCallId(callId).content(json).build();
  }
}
