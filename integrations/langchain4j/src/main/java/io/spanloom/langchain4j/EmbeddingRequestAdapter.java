package io.spanloom.langchain4j;

import com.google.auto.service.AutoService;
import dev.langchain4j.model.embedding.request.EmbeddingInput;
import dev.langchain4j.model.embedding.request.EmbeddingRequest;
import dev.langchain4j.model.embedding.response.EmbeddingResponse;
import io.spanloom.llm.EmbeddingAdapter;
import io.spanloom.llm.LlmMessage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the requests and responses that newer versions of LangChain4j have for embeddings. No
 * signature names them, so that one can reflect on this class with an older version, too.
 */
@AutoService(EmbeddingAdapter.class)
@SuppressWarnings("rawtypes") // a service is named by its raw type
public final class EmbeddingRequestAdapter implements EmbeddingAdapter<Object, Object> {

  @Override
  public Class<Object> requestType() {
    return OptionalType.of(() -> EmbeddingRequest.class);
  }

  @Override
  public Class<Object> responseType() {
    return OptionalType.of(() -> EmbeddingResponse.class);
  }

  @Override
  public io.spanloom.llm.EmbeddingRequest request(Object request) {
    return new Question(request);
  }

  @Override
  public io.spanloom.llm.EmbeddingResponse response(Object response) {
    EmbeddingResponse read = (EmbeddingResponse) response;
    return new EmbeddingResponseView(read.embeddings(), read.modelName(), read.tokenUsage());
  }

  @Override
  public @Nullable String errorType(Throwable failure) {
    return ProviderErrorCodes.type(failure);
  }

  private record Question(Object request) implements io.spanloom.llm.EmbeddingRequest {

    @Override
    public @Nullable String model() {
      return ((EmbeddingRequest) request).modelName();
    }

    @Override
    public List<String> texts() {
      List<String> texts = new ArrayList<>();
      for (EmbeddingInput input : ((EmbeddingRequest) request).inputs()) {
        String text = LlmMessage.inParts("user", Contents.read(input.contents())).text();
        texts.add(text == null ? "" : text);
      }
      return texts;
    }
  }
}
