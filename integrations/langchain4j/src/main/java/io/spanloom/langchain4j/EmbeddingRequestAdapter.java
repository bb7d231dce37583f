package io.spanloom.langchain4j;

import com.google.auto.service.AutoService;
import dev.langchain4j.model.embedding.request.EmbeddingInput;
import dev.langchain4j.model.embedding.request.EmbeddingRequest;
import dev.langchain4j.model.embedding.response.EmbeddingResponse;
import io.spanloom.llm.EmbeddingAdapter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the requests and responses that newer versions of LangChain4j have for embeddings. */
@AutoService(EmbeddingAdapter.class)
@SuppressWarnings("rawtypes") // a service is named by its raw type
public final class EmbeddingRequestAdapter
    implements EmbeddingAdapter<EmbeddingRequest, EmbeddingResponse> {

  @Override
  public Class<EmbeddingRequest> requestType() {
    return OptionalType.of(() -> EmbeddingRequest.class);
  }

  @Override
  public Class<EmbeddingResponse> responseType() {
    return OptionalType.of(() -> EmbeddingResponse.class);
  }

  @Override
  public io.spanloom.llm.EmbeddingRequest request(EmbeddingRequest request) {
    return new Question(request);
  }

  @Override
  public io.spanloom.llm.EmbeddingResponse response(EmbeddingResponse response) {
    return new EmbeddingAnswer(response.embeddings(), response.modelName(), response.tokenUsage());
  }

  @Override
  public @Nullable String errorType(Throwable failure) {
    return ProviderErrors.type(failure);
  }

  private record Question(EmbeddingRequest request) implements io.spanloom.llm.EmbeddingRequest {

    @Override
    public @Nullable String model() {
      return request.modelName();
    }

    @Override
    public List<String> texts() {
      List<String> texts = new ArrayList<>();
      for (EmbeddingInput input : request.inputs()) {
        String text = ChatMessages.text(input.contents());
        texts.add(text == null ? "" : text);
      }
      return texts;
    }
  }
}
