package com.acme;

import io.spanloom.annotations.Agent;
import io.spanloom.annotations.Attribute;
import io.spanloom.annotations.GenAi;
import io.spanloom.annotations.LlmCall;
import io.spanloom.annotations.Sensitive;
import io.spanloom.annotations.SessionId;
import io.spanloom.annotations.Steps;
import io.spanloom.annotations.Task;
import io.spanloom.annotations.Tool;
import io.spanloom.annotations.ToolCallId;
import io.spanloom.annotations.UserId;
import io.spanloom.annotations.Workflow;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** An agent that uses each of the five core annotations. */
public class ResearchAgent {

  record Usage(int promptTokens, Integer completionTokens) {}

  record Message(String content) {}

  record Choice(Message message, FinishReason finishReason) {}

  record ChatRequest(String model, double temperature, List<Message> messages) {}

  record ChatResponse(List<Choice> choices, Usage usage) {}

  record Answer(String text, List<String> citations, double confidence) {}

  record Customer(String id, String name) {}

  enum FinishReason {
    STOP,
    TOOL_CALLS
  }

  @Workflow(value = "legal-research", version = "2")
  String run(@SessionId String session, @UserId(path = "id") Customer customer, String question) {
    return question;
  }

  @Agent(id = "agent-7", steps = Steps.AUTO)
  @Attribute(key = "app.citations", path = "citations")
  @Attribute(key = "app.confidence", path = "confidence")
  CompletableFuture<Answer> research(String question, @Sensitive String apiKey) {
    return CompletableFuture.completedFuture(new Answer(question, List.of(), 1));
  }

  @Task
  void iterate(int turn) {}

  @Task(kind = Task.Kind.PLAN)
  void plan() {}

  @LlmCall(provider = "openai")
  @Attribute(key = GenAi.USAGE_INPUT_TOKENS, path = "usage.promptTokens")
  @Attribute(key = GenAi.USAGE_OUTPUT_TOKENS, path = "usage.completionTokens")
  @Attribute(key = GenAi.RESPONSE_FINISH_REASONS, path = "choices[0].finishReason")
  ChatResponse chat(
      @Attribute(key = GenAi.REQUEST_MODEL, path = "model")
          @Attribute(key = GenAi.REQUEST_TEMPERATURE, path = "temperature")
          @Attribute(key = "app.messages", path = "messages.size()")
          ChatRequest request) {
    return new ChatResponse(List.of(), new Usage(request.messages().size(), null));
  }

  /**
   * Searches case law, e.g. <em>decisions</em> of {@link Customer courts}. Returns the best first.
   *
   * @param query what to look for
   */
  @Tool("case_search")
  List<String> search(
      @ToolCallId String callId, String query, @Attribute(key = "app.top_k") int topK) {
    return List.of(callId, query, String.valueOf(topK));
  }
}
