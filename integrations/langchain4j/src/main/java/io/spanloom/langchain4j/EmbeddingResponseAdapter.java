package io.spanloom.langchain4j;

import com.google.auto.service.AutoService;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.output.Response;
import io.spanloom.llm.EmbeddingAdapter;
import io.spanloom.llm.EmbeddingRequest;
import io.spanloom.llm.EmbeddingResponse;
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
    return new EmbeddingInput(() -> List.of(segment.text()));
  }

  @Override
  public EmbeddingResponse response(Response response) {
    return new EmbeddingResponseView(embeddings(response.content()), null, response.tokenUsage());
  }

  @Override
  public @Nullable String errorType(Throwable failure) {
    return ProviderErrorCodes.type(failure);
  }

  private static List<Embedding> embeddings(@Nullable Object content) {
    if (content instanceof Embedding one) {
      return List.of(one);
    }
    List<Embedding> embeddings = new ArrayList<>();
    if (content instanceof List<?> many) {
      many.forEach(item -> embeddings.add((Embedding) item));
    }
    return embeddings;
  }
}
