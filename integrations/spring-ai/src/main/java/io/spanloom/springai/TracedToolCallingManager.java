package io.spanloom.springai;

import io.opentelemetry.context.Scope;
import java.util.List;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.model.tool.ToolCallingChatOptions;
import org.springframework.ai.model.tool.ToolCallingManager;
import org.springframework.ai.model.tool.ToolExecutionResult;
import org.springframework.ai.tool.definition.ToolDefinition;

/**
 * Runs and traces the tools that a model asks for, also before its answer has come to an end: on
 * other threads, and before the call's span could announce them.
 */
@SuppressWarnings("try") // a scope is only there to be closed
record TracedToolCallingManager(ToolCallingManager manager, ToolLoops loops)
    implements ToolCallingManager {

  @Override
  public List<ToolDefinition> resolveToolDefinitions(ToolCallingChatOptions options) {
    return manager.resolveToolDefinitions(options);
  }

  @Override
  public ToolExecutionResult executeToolCalls(Prompt prompt, ChatResponse response) {
    Prompt traced = TracedToolCallbacks.in(prompt, response);
    ModelCall call = loops.requestingCall(prompt, response);
    if (call == null) {
      return manager.executeToolCalls(traced, response);
    }
    try (Scope ignored = call.beforeTools(response).makeCurrent()) {
      return manager.executeToolCalls(traced, response);
    }
  }
}
