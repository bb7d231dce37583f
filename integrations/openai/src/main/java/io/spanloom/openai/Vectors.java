package io.spanloom.openai;

import com.openai.models.embeddings.CreateEmbeddingResponse;
import com.openai.models.embeddings.Embedding;
import io.spanloom.llm.EmbeddingResponse;
import io.spanloom.llm.TokenUsage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Embeddings as the endpoint returned them: as numbers or, what the SDK asks for, as base64. */
record Vectors(CreateEmbeddingResponse response) implements EmbeddingResponse {

  @Override
  public @Nullable String model() {
    return response._model().asKnown().orElse(null);
  }

  @Override
  public @Nullable TokenUsage usage() {
    return Usages.ofCompletion(response._usage());
  }

  @Override
  public @Nullable Long dimensions() {
    List<Embedding> embeddings = embeddings();
    return embeddings.isEmpty() ? null : Long.valueOf(embeddings.get(0).embedding().size());
  }

  @Override
  public List<float[]> vectors() {
    return embeddings().stream().map(Vectors::vector).toList();
  }

  private List<Embedding> embeddings() {
    return response._data().asKnown().orElse(List.of());
  }

  private static float[] vector(Embedding embedding) {
    List<Float> components = embedding.embedding();
    float[] vector = new float[components.size()];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = components.get(i);
    }
    return vector;
  }
}
