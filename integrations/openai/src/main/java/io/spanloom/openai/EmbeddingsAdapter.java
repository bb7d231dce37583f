package io.spanloom.openai;

import com.google.auto.service.AutoService;
import com.openai.models.embeddings.CreateEmbeddingResponse;
import com.openai.models.embeddings.EmbeddingCreateParams;
import io.spanloom.llm.EmbeddingAdapter;
import io.spanloom.llm.EmbeddingRequest;
import io.spanloom.llm.EmbeddingResponse;
import org.jspecify.annotations.Nullable;

/** Reads requests to and responses of the embeddings endpoint. */
@AutoService(EmbeddingAdapter.class)
@SuppressWarnings("rawtypes") // a service is named by its raw type
public final class EmbeddingsAdapter
    implements EmbeddingAdapter<EmbeddingCreateParams, CreateEmbeddingResponse> {

  @Override
  public Class<EmbeddingCreateParams> requestType() {
    return EmbeddingCreateParams.class;
  }

  @Override
  public Class<CreateEmbeddingResponse> responseType() {
    return CreateEmbeddingResponse.class;
  }

  @Override
  public EmbeddingRequest request(EmbeddingCreateParams request) {
    return new EmbeddingsRequest(request);
  }

  @Override
  public EmbeddingResponse response(CreateEmbeddingResponse response) {
    return new Vectors(response);
  }

  @Override
  public @Nullable String errorType(Throwable failure) {
    return ProviderErrorCodes.errorType(failure);
  }
}
