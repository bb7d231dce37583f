package io.spanloom.openai;

import com.openai.client.OpenAIClient;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionMessage;
import com.openai.models.chat.completions.ChatCompletionMessageFunctionToolCall;
import com.openai.models.chat.completions.ChatCompletionMessageToolCall;
import com.openai.models.chat.completions.ChatCompletionToolMessageParam;
import io.spanloom.annotations.Agent;
import io.spanloom.annotations.LlmCall;
import io.spanloom.annotations.Tool;

/** An agent as a user of the SDK writes it: it asks, runs the tools it is told to, asks again. */
final class Clerk {

  private final OpenAIClient client;

  Clerk(OpenAIClient client) {
    this.client = client;
  }

  @Agent("clerk")
  String answer(String question) {
    var request =
        ChatCompletionCreateParams.builder().model("gpt-4.1-mini").addUserMessage(question);
    while (true) {
      ChatCompletionMessage message = ask(request.build()).choices().get(0).message();
      if (message.toolCalls().isEmpty()) {
        return message.content().orElse("");
      }
      request.addMessage(message);
      for (ChatCompletionMessageToolCall call : message.toolCalls().get()) {
        request.addMessage(run(call.asFunction()));
      }
    }
  }

  @LlmCall
  ChatCompletion ask(ChatCompletionCreateParams request) {
    return client.chat().completions().create(request);
  }

  /** Searches cases. */
  @Tool("case_search")
  String search(String query) {
    return "Two cases on " + query;
  }

  /** Looks statutes up. */
  @Tool("statute_lookup")
  String lookup() {
    throw new IllegalStateException("No such statute");
  }

  private ChatCompletionToolMessageParam run(ChatCompletionMessageFunctionToolCall call) {
    String name = call.function().name();
    String result;
    try {
      result = name.equals("case_search") ? search("duty of care") : lookup();
    } catch (IllegalStateException failure) {
      result = failure.getMessage();
    }
    return ChatCompletionToolMessageParam.builder().toolCallId(call.id()).content(result).build();
  }
}
