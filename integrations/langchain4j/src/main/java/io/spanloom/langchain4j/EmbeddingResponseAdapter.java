package io.spanloom.langchain4j;

import com.google.auto.service.AutoService;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.output.Response;
import io.spanloom.llm.EmbeddingAdapter;
import io.spanloom.llm.EmbeddingRequest;
import io.spanloom.llm.EmbeddingResponse;
import io.spanloom.llm.TokenUsage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code Response<Embedding>} and {@code Response<List<Embedding>>}. */
@AutoService(EmbeddingAdapter.class)
@SuppressWarnings("rawtypes") // classes know no type arguments
public final class EmbeddingResponseAdapter implements EmbeddingAdapter<TextSegment, Response> {

  @Override
  public Class<TextSegment> requestType() {
    return TextSegment.class;
  }

  @Override
  public Class<Response> responseType() {
    return Response.class;
  }

  @Override
  public EmbeddingRequest request(TextSegment segment) {
    return new EmbeddingRequest() {
      @Override
      public List<String> texts() {
        return List.of(segment.text());
      }
    };
  }

  @Override
  public EmbeddingResponse response(Response response) {
    return new Answer(embeddings(response.content()), response);
  }

  @Override
  public @Nullable String errorType(Throwable failure) {
    return ProviderErrors.type(failure);
  }

  private static List<Embedding> embeddings(@Nullable Object content) {
    List<Embedding> embeddings = new ArrayList<>();
    for (Object item : content instanceof List<?> list ? list : List.of(content)) {
      if (item instanceof Embedding embedding) {
        embeddings.add(embedding);
      }
    }
    return embeddings;
  }

  private record Answer(List<Embedding> embeddings, Response<?> response)
      implements EmbeddingResponse {

    @Override
    public @Nullable TokenUsage usage() {
      return Figures.usage(response.tokenUsage());
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
}
