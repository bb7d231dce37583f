package io.spanloom.googlegenai;

import com.google.genai.types.ContentEmbedding;
import com.google.genai.types.ContentEmbeddingStatistics;
import com.google.genai.types.EmbedContentResponse;
import io.spanloom.llm.EmbeddingResponse;
import io.spanloom.llm.TokenUsage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Embeddings as they came back. */
record Vectors(EmbedContentResponse response) implements EmbeddingResponse {

  /** Vertex AI counts each text's tokens; the Gemini API does not say. */
  @Override
  public @Nullable TokenUsage usage() {
    Long tokens = null;
    for (ContentEmbedding embedding : embeddings()) {
      Float counted =
          embedding.statistics().flatMap(ContentEmbeddingStatistics::tokenCount).orElse(null);
      if (counted == null) {
        return null;
      }
      tokens = TokenUsage.sum(tokens, TokenUsage.figure(counted));
    }
    return tokens == null || tokens == 0 ? null : new TokenUsage(tokens, null, null, null, null);
  }

  @Override
  public @Nullable Long dimensions() {
    return embeddings().stream()
        .findFirst()
        .flatMap(ContentEmbedding::values)
        .map(values -> Long.valueOf(values.size()))
        .orElse(null);
  }

  @Override
  public List<float[]> vectors() {
    return embeddings().stream().map(each -> array(each.values().orElse(List.of()))).toList();
  }

  private List<ContentEmbedding> embeddings() {
    return response.embeddings().orElse(List.of());
  }

  private static float[] array(List<Float> values) {
    float[] vector = new float[values.size()];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = values.get(i);
    }
    return vector;
  }
}
