package io.spanloom.springai;

import io.spanloom.Spans;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.model.ToolContext;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.definition.ToolDefinition;
import org.springframework.ai.tool.metadata.ToolMetadata;

/** A tool that runs in a span; a woven method that does the work shares it. */
record TracedToolCallback(ToolCallback callback, RequestedCalls calls) implements ToolCallback {

  @Override
  public ToolDefinition getToolDefinition() {
    return callback.getToolDefinition();
  }

  @Override
  public ToolMetadata getToolMetadata() {
    return callback.getToolMetadata();
  }

  @Override
  public String call(String arguments) {
    return traced(arguments, () -> callback.call(arguments));
  }

  @Override
  public String call(String arguments, @Nullable ToolContext context) {
    return traced(arguments, () -> callback.call(arguments, context));
  }

  private String traced(String arguments, Supplier<String> body) {
    ToolDefinition tool = callback.getToolDefinition();
    return Spans.toolExecution(tool.name())
        .description(tool.description())
        .schema(tool.inputSchema())
        .arguments(arguments)
        .callId(calls.take(tool.name(), arguments))
        .call(body::get);
  }
}
