package io.spanloom.springai;

import com.google.auto.service.AutoService;
import io.spanloom.llm.EmbeddingAdapter;
import io.spanloom.llm.TokenUsage;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.embedding.Embedding;
import org.springframework.ai.embedding.EmbeddingOptions;
import org.springframework.ai.embedding.EmbeddingRequest;
import org.springframework.ai.embedding.EmbeddingResponse;

/** Reads what embedding models are asked and answer. */
@AutoService(EmbeddingAdapter.class)
@SuppressWarnings("rawtypes") // a service is named by its raw type
public final class EmbeddingsAdapter
    implements EmbeddingAdapter<EmbeddingRequest, EmbeddingResponse> {

  @Override
  public Class<EmbeddingRequest> requestType() {
    return EmbeddingRequest.class;
  }

  @Override
  public Class<EmbeddingResponse> responseType() {
    return EmbeddingResponse.class;
  }

  @Override
  public io.spanloom.llm.EmbeddingRequest request(EmbeddingRequest request) {
    return new RequestView(request);
  }

  @Override
  public io.spanloom.llm.EmbeddingResponse response(EmbeddingResponse response) {
    return new ResponseView(response);
  }

  @Override
  public @Nullable String errorType(Throwable failure) {
    return ProviderErrorCodes.type(failure);
  }

  private record RequestView(EmbeddingRequest request) implements io.spanloom.llm.EmbeddingRequest {

    @Override
    public @Nullable String provider() {
      EmbeddingOptions options = request.getOptions();
      return options != null && options.getClass().getName().contains(".openai.OpenAiEmbedding")
          ? "openai"
          : null;
    }

    @Override
    public @Nullable String model() {
      EmbeddingOptions options = request.getOptions();
      return options == null ? null : options.getModel();
    }

    @Override
    public List<String> texts() {
      return request.getInstructions();
    }
  }

  private record ResponseView(EmbeddingResponse response)
      implements io.spanloom.llm.EmbeddingResponse {

    @Override
    public @Nullable String model() {
      String model = response.getMetadata().getModel();
      return ChatMessages.isPresent(model) ? model : null;
    }

    @Override
    public @Nullable TokenUsage usage() {
      return Usages.read(response.getMetadata().getUsage());
    }

    @Override
    public @Nullable Long dimensions() {
      List<Embedding> results = response.getResults();
      return results.isEmpty() ? null : Long.valueOf(results.get(0).getOutput().length);
    }

    @Override
    public List<float[]> vectors() {
      return response.getResults().stream().map(Embedding::getOutput).toList();
    }
  }
}
