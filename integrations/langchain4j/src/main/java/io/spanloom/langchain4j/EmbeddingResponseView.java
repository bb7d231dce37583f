package io.spanloom.langchain4j;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.model.output.TokenUsage;
import io.spanloom.llm.EmbeddingResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an embedding model answered. */
record EmbeddingResponseView(
    List<Embedding> embeddings, @Nullable String model, @Nullable TokenUsage tokens)
    implements EmbeddingResponse {

  @Override
  public io.spanloom.llm.@Nullable TokenUsage usage() {
    return ResponseMetadata.usage(tokens);
  }

  @Override
  public @Nullable Long dimensions() {
    return embeddings.isEmpty() ? null : Long.valueOf(embeddings.get(0).dimension());
  }

  @Override
  public List<float[]> vectors() {
    return embeddings.stream().map(Embedding::vector).toList();
  }
}
