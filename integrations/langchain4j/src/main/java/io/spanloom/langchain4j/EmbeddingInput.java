package io.spanloom.langchain4j;

import com.google.auto.service.AutoService;
import io.spanloom.llm.EmbeddingAdapter;
import io.spanloom.llm.EmbeddingRequest;
import io.spanloom.llm.EmbeddingResponse;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The texts that a traced model is to embed. */
record EmbeddingInput(Supplier<List<String>> input) implements EmbeddingRequest {

  @Override
  public List<String> texts() {
    return input.get();
  }

  /** Reads them; what the model answers is for others to read. */
  @AutoService(EmbeddingAdapter.class)
  @SuppressWarnings("rawtypes") // a service is named by its raw type
  public static final class Adapter implements EmbeddingAdapter<EmbeddingInput, Void> {

    @Override
    public Class<EmbeddingInput> requestType() {
      return EmbeddingInput.class;
    }

    @Override
    public Class<Void> responseType() {
      return Void.class;
    }

    @Override
    public EmbeddingRequest request(EmbeddingInput input) {
      return input;
    }

    @Override
    public EmbeddingResponse response(Void none) {
      return new EmbeddingResponse() {};
    }

    @Override
    public @Nullable String errorType(Throwable failure) {
      return ProviderErrorCodes.type(failure);
    }
  }
}
