package io.spanloom.googlegenai;

import com.google.auto.service.AutoService;
import com.google.genai.types.EmbedContentConfig;
import com.google.genai.types.EmbedContentResponse;
import io.spanloom.llm.EmbeddingAdapter;
import io.spanloom.llm.EmbeddingRequest;
import io.spanloom.llm.EmbeddingResponse;
import org.jspecify.annotations.Nullable;

/** Reads embeddings; the texts are arguments of their own. */
@AutoService(EmbeddingAdapter.class)
@SuppressWarnings("rawtypes") // a service is named by its raw type
public final class EmbedContentAdapter
    implements EmbeddingAdapter<EmbedContentConfig, EmbedContentResponse> {

  private static final EmbeddingRequest REQUEST =
      new EmbeddingRequest() {
        @Override
        public String provider() {
          return GenerateContentAdapter.PROVIDER;
        }
      };

  @Override
  public Class<EmbedContentConfig> requestType() {
    return EmbedContentConfig.class;
  }

  @Override
  public Class<EmbedContentResponse> responseType() {
    return EmbedContentResponse.class;
  }

  @Override
  public EmbeddingRequest request(EmbedContentConfig config) {
    return REQUEST;
  }

  @Override
  public EmbeddingResponse response(EmbedContentResponse response) {
    return new Vectors(response);
  }

  @Override
  public @Nullable String errorType(Throwable failure) {
    return ProviderErrorCodes.type(failure);
  }
}
