package io.spanloom.langchain4j;

import static java.util.Objects.requireNonNull;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.listener.ChatModelListener;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.rag.content.retriever.ContentRetriever;

/**
 * Traces what LangChain4j itself calls, where no annotation can stand: the models and retrievers of
 * an AI service.
 *
 * <pre>{@code
 * Assistant assistant =
 *     AiServices.builder(Assistant.class)
 *         .chatModel(Traced.chatModel(model))
 *         .contentRetriever(Traced.contentRetriever("case law", retriever))
 *         .tools(new CaseSearch())
 *         .build();
 * }</pre>
 *
 * <p>What is returned passes everything on as it is, and knows more than a method that is annotated
 * with {@code @LlmCall}: the model's own defaults, and when a streamed answer ends. Directly in a
 * method with {@code @LlmCall} or {@code @Embedding} that takes the request there is no second
 * span.
 */
public final class Traced {

  private Traced() {}

  /** The model, with a span like {@code @LlmCall}'s around each call. */
  public static ChatModel chatModel(ChatModel model) {
    return StandIns.is(requireNonNull(model, "model"), TracedChatModel.class)
        ? model
        : new TracedChatModel(model).as(ChatModel.class);
  }

  /** The model, with a span like {@code @LlmCall}'s from each call to the end of its answer. */
  public static StreamingChatModel streamingChatModel(StreamingChatModel model) {
    return StandIns.is(requireNonNull(model, "model"), TracedStreamingChatModel.class)
        ? model
        : new TracedStreamingChatModel(model).as(StreamingChatModel.class);
  }

  /**
   * A listener that gives models a span like {@code @LlmCall}'s around each call, for frameworks
   * that make the models themselves and give them the listeners that they find. What is sent to the
   * provider is not below the span.
   */
  public static ChatModelListener chatModelListener() {
    return new TracingListener();
  }

  /** The model, with a span like {@code @Embedding}'s around each call. */
  public static EmbeddingModel embeddingModel(EmbeddingModel model) {
    return new TracedEmbeddingModel(requireNonNull(model, "model")).as(EmbeddingModel.class);
  }

  /**
   * The retriever, with a span like {@code @Retrieval}'s around each search.
   *
   * @param dataSource what it searches
   */
  public static ContentRetriever contentRetriever(String dataSource, ContentRetriever retriever) {
    return new TracedContentRetriever(
        requireNonNull(dataSource, "dataSource"), requireNonNull(retriever, "retriever"));
  }
}
