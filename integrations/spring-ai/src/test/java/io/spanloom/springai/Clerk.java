package io.spanloom.springai;

import io.spanloom.annotations.Agent;
import io.spanloom.annotations.Embedding;
import io.spanloom.annotations.LlmCall;
import io.spanloom.annotations.Retrieval;
import java.util.List;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.document.Document;
import org.springframework.ai.embedding.EmbeddingModel;
import org.springframework.ai.embedding.EmbeddingRequest;
import org.springframework.ai.embedding.EmbeddingResponse;
import org.springframework.ai.model.tool.ToolCallingManager;
import org.springframework.ai.vectorstore.SearchRequest;
import org.springframework.ai.vectorstore.VectorStore;
import reactor.core.publisher.Flux;

/** An agent that runs its own loop: it asks, has the tools run, asks again. */
class Clerk {

  private final ChatModel model;
  private final ToolCallingManager tools = ToolCallingManager.builder().build();
  private final ChatOptions options = OpenAi.agentOptions();

  Clerk(ChatModel model) {
    this.model = model;
  }

  @Agent("clerk")
  String answer(String question) {
    Prompt prompt = new Prompt(question, options);
    ChatResponse response = ask(prompt);
    while (response.hasToolCalls()) {
      prompt = next(prompt, response);
      response = ask(prompt);
    }
    return response.getResult().getOutput().getText();
  }

  @Agent("clerk")
  Flux<ChatResponse> streamedAnswer(String question) {
    return streamed(new Prompt(question, options));
  }

  @LlmCall
  ChatResponse ask(Prompt prompt) {
    return model.call(prompt);
  }

  @LlmCall
  Flux<ChatResponse> stream(Prompt prompt) {
    return model.stream(prompt);
  }

  @Embedding
  EmbeddingResponse embed(EmbeddingModel embeddings, EmbeddingRequest request) {
    return embeddings.call(request);
  }

  @Retrieval(dataSource = "cases")
  List<Document> search(VectorStore store, String query) {
    return store.similaritySearch(SearchRequest.builder().query(query).topK(2).build());
  }

  private Flux<ChatResponse> streamed(Prompt prompt) {
    return stream(prompt)
        .concatMap(part -> part.hasToolCalls() ? streamed(next(prompt, part)) : Flux.just(part));
  }

  private Prompt next(Prompt prompt, ChatResponse response) {
    return new Prompt(tools.executeToolCalls(prompt, response).conversationHistory(), options);
  }
}
