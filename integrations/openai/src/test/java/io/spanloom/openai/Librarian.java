package io.spanloom.openai;

import com.openai.client.OpenAIClient;
import com.openai.core.http.AsyncStreamResponse;
import com.openai.core.http.StreamResponse;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.StructuredChatCompletion;
import com.openai.models.chat.completions.StructuredChatCompletionCreateParams;
import com.openai.models.completions.Completion;
import com.openai.models.completions.CompletionCreateParams;
import com.openai.models.embeddings.CreateEmbeddingResponse;
import com.openai.models.embeddings.EmbeddingCreateParams;
import com.openai.models.responses.EasyInputMessage;
import com.openai.models.responses.Response;
import com.openai.models.responses.ResponseCreateParams;
import com.openai.models.responses.ResponseFunctionToolCall;
import com.openai.models.responses.ResponseInputItem;
import com.openai.models.responses.ResponseOutputItem;
import com.openai.models.responses.ResponseStreamEvent;
import com.openai.models.responses.StructuredResponse;
import com.openai.models.responses.StructuredResponseCreateParams;
import io.spanloom.annotations.Agent;
import io.spanloom.annotations.Embedding;
import io.spanloom.annotations.LlmCall;
import io.spanloom.annotations.Tool;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** An agent that uses what the SDK has beside chat completions. */
class Librarian {

  private final OpenAIClient client;

  Librarian(OpenAIClient client) {
    this.client = client;
  }

  /** Asks, runs the functions it is told to, and goes on with the whole conversation. */
  @Agent("librarian")
  String answer(String question) {
    List<ResponseInputItem> conversation = new ArrayList<>();
    conversation.add(
        ResponseInputItem.ofEasyInputMessage(
            EasyInputMessage.builder().role(EasyInputMessage.Role.USER).content(question).build()));
    while (true) {
      Response response =
          respond(
              ResponseCreateParams.builder()
                  .model("gpt-5-mini")
                  .inputOfResponse(conversation)
                  .build());
      List<ResponseFunctionToolCall> calls = new ArrayList<>();
      for (ResponseOutputItem item : response.output()) {
        item.reasoning()
            .ifPresent(thought -> conversation.add(ResponseInputItem.ofReasoning(thought)));
        item.functionCall().ifPresent(calls::add);
      }
      if (calls.isEmpty()) {
        return response.id();
      }
      calls.forEach(call -> run(call, conversation));
    }
  }

  private void run(ResponseFunctionToolCall call, List<ResponseInputItem> conversation) {
    conversation.add(ResponseInputItem.ofFunctionCall(call));
    conversation.add(
        ResponseInputItem.ofFunctionCallOutput(
            ResponseInputItem.FunctionCallOutput.builder()
                .callId(call.callId())
                .output(search("shelf"))
                .build()));
  }

  /** Reads a stream to its end, and runs a tool as soon as its call has come. */
  @Agent("streaming")
  void stream(ChatCompletionCreateParams request, Consumer<ChatCompletionChunk> consumer) {
    try (StreamResponse<ChatCompletionChunk> chunks = chunks(request)) {
      chunks.stream().forEach(consumer);
    }
  }

  @LlmCall
  Response respond(ResponseCreateParams request) {
    return client.responses().create(request);
  }

  @LlmCall
  StreamResponse<ChatCompletionChunk> chunks(ChatCompletionCreateParams request) {
    return client.chat().completions().createStreaming(request);
  }

  @LlmCall
  AsyncStreamResponse<ChatCompletionChunk> chunksLater(ChatCompletionCreateParams request) {
    return client.async().chat().completions().createStreaming(request);
  }

  @LlmCall
  StreamResponse<ResponseStreamEvent> events(ResponseCreateParams request) {
    return client.responses().createStreaming(request);
  }

  @LlmCall
  <T> StructuredChatCompletion<T> structured(StructuredChatCompletionCreateParams<T> request) {
    return client.chat().completions().create(request);
  }

  @LlmCall
  <T> StructuredResponse<T> structured(StructuredResponseCreateParams<T> request) {
    return client.responses().create(request);
  }

  @LlmCall(operation = "text_completion")
  Completion complete(CompletionCreateParams request) {
    return client.completions().create(request);
  }

  @Embedding
  CreateEmbeddingResponse embed(EmbeddingCreateParams request) {
    return client.embeddings().create(request);
  }

  /** Searches shelves. */
  @Tool("shelf_search")
  String search(String query) {
    return "Three books on " + query;
  }
}
