package com.acme.library;

import com.openai.client.OpenAIClient;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionMessage;
import com.openai.models.chat.completions.ChatCompletionMessageFunctionToolCall;
import com.openai.models.chat.completions.ChatCompletionMessageToolCall;
import com.openai.models.chat.completions.ChatCompletionToolMessageParam;
import io.spanloom.annotations.Agent;
import io.spanloom.annotations.LlmCall;
import io.spanloom.annotations.SessionId;
import io.spanloom.annotations.Steps;
import java.util.List;

public class Librarian {

  private final OpenAIClient client;
  private final Catalogue catalogue;

  Librarian(OpenAIClient client, Catalogue catalogue) {
    this.client = client;
    this.catalogue = catalogue;
  }

  @Agent(value = "librarian", steps = Steps.AUTO)
  public String answer(@SessionId String reader, String question) {
    ChatCompletionCreateParams.Builder conversation =
        ChatCompletionCreateParams.builder()
            .model("gpt-4.1-mini")
            .tools(catalogue.tools())
            .addUserMessage(question);
    while (true) {
      ChatCompletionMessage message = ask(conversation.build()).choices().get(0).message();
      List<ChatCompletionMessageToolCall> calls = message.toolCalls().orElse(List.of());
      if (calls.isEmpty()) {
        return message.content().orElse("");
      }
      conversation.addMessage(message);
      calls.forEach(call -> conversation.addMessage(result(call.asFunction())));
    }
  }

  @LlmCall
  ChatCompletion ask(ChatCompletionCreateParams request) {
    return client.chat().completions().create(request);
  }

  private ChatCompletionToolMessageParam result(ChatCompletionMessageFunctionToolCall call) {
    return ChatCompletionToolMessageParam.builder()
        .toolCallId(call.id())
        .content(catalogue.call(call))
        .build();
  }
}
