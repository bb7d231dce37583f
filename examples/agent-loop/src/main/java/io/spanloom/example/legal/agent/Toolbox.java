package io.spanloom.example.legal.agent;

import com.openai.core.JsonValue;
import com.openai.models.FunctionDefinition;
import com.openai.models.FunctionParameters;
import com.openai.models.chat.completions.ChatCompletionFunctionTool;
import com.openai.models.chat.completions.ChatCompletionMessageToolCall;
import com.openai.models.chat.completions.ChatCompletionToolMessageParam;
import io.spanloom.example.legal.tool.ResearchTool;
import io.spanloom.example.legal.tool.ToolDescription;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** The tools the model can ask for; calls that it asks for together run in parallel. */
public final class Toolbox {

  private final Map<String, ResearchTool> tools = new LinkedHashMap<>();
  private final Executor executor;

  /**
   * A set of tools.
   *
   * @param executor runs calls in parallel; that they stay in the caller's trace is woven into this
   *     class
   */
  public Toolbox(List<ResearchTool> tools, Executor executor) {
    tools.forEach(tool -> this.tools.put(tool.description().name(), tool));
    this.executor = executor;
  }

  List<ChatCompletionFunctionTool> definitions() {
    return tools.values().stream().map(tool -> definition(tool.description())).toList();
  }

  /** Calls tools and returns their results in the order of the calls. */
  List<ChatCompletionToolMessageParam> callAll(List<ChatCompletionMessageToolCall> calls) {
    List<ToolCall> toolCalls = calls.stream().map(call -> new ToolCall(call, tools)).toList();
    if (toolCalls.size() == 1) {
      return List.of(toolCalls.get(0).run());
    }
    List<CompletableFuture<ChatCompletionToolMessageParam>> running = new ArrayList<>();
    for (ToolCall call : toolCalls) {
      running.add(CompletableFuture.supplyAsync(call::run, executor));
    }
    return running.stream().map(CompletableFuture::join).toList();
  }

  private static ChatCompletionFunctionTool definition(ToolDescription description) {
    FunctionParameters.Builder parameters = FunctionParameters.builder();
    description
        .schema()
        .properties()
        .forEach(
            member ->
                parameters.putAdditionalProperty(
                    member.getKey(), JsonValue.fromJsonNode(member.getValue())));
    return ChatCompletionFunctionTool.builder()
        .function(
            FunctionDefinition.builder()
                .name(description.name())
                .description(description.purpose())
                .parameters(parameters.build())
                .build())
        .build();
  }
}
