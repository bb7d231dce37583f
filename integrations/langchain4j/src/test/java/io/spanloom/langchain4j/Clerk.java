package io.spanloom.langchain4j;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecifications;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import io.spanloom.annotations.Agent;
import io.spanloom.annotations.LlmCall;
import java.util.ArrayList;
import java.util.List;

/** An agent that runs its own loop: it asks, runs the tools it is told to, asks again. */
final class Clerk {

  private final ChatModel model;
  private final Statutes statutes = new Statutes();

  Clerk(ChatModel model) {
    this.model = model;
  }

  @Agent("clerk")
  String answer(String question) {
    List<ChatMessage> messages = new ArrayList<>(List.of(UserMessage.from(question)));
    while (true) {
      AiMessage message = ask(request(messages)).aiMessage();
      if (!message.hasToolExecutionRequests()) {
        return message.text();
      }
      messages.add(message);
      for (ToolExecutionRequest call : message.toolExecutionRequests()) {
        messages.add(ToolExecutionResultMessage.from(call, run(call)));
      }
    }
  }

  @LlmCall
  ChatResponse ask(ChatRequest request) {
    return model.chat(request);
  }

  @LlmCall(provider = "openai", model = "gpt-4.1-mini")
  AiMessage say(String text) {
    return model.chat(UserMessage.from(text)).aiMessage();
  }

  private static ChatRequest request(List<ChatMessage> messages) {
    return ChatRequest.builder()
        .modelName("gpt-4.1-mini")
        .messages(messages)
        .toolSpecifications(ToolSpecifications.toolSpecificationsFrom(Statutes.class))
        .build();
  }

  private String run(ToolExecutionRequest call) {
    try {
      return call.name().equals("case_search")
          ? statutes.search(call.arguments().contains("care") ? "duty of care" : "negligence")
          : statutes.lookup(3);
    } catch (IllegalStateException failure) {
      return failure.getMessage();
    }
  }
}
