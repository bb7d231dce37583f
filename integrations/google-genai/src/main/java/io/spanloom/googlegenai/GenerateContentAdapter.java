package io.spanloom.googlegenai;

import com.google.auto.service.AutoService;
import com.google.genai.types.GenerateContentConfig;
import com.google.genai.types.GenerateContentResponse;
import io.spanloom.llm.LlmAdapter;
import io.spanloom.llm.LlmRequest;
import io.spanloom.llm.LlmResponse;
import org.jspecify.annotations.Nullable;

/** Reads how an answer is to be generated, and the answer. */
@AutoService(LlmAdapter.class)
@SuppressWarnings("rawtypes") // a service is named by its raw type
public final class GenerateContentAdapter
    implements LlmAdapter<GenerateContentConfig, GenerateContentResponse> {

  /** The client alone knows whether it asks the Gemini API or Vertex AI. */
  static final String PROVIDER = "gcp.gen_ai";

  @Override
  public Class<GenerateContentConfig> requestType() {
    return GenerateContentConfig.class;
  }

  @Override
  public Class<GenerateContentResponse> responseType() {
    return GenerateContentResponse.class;
  }

  @Override
  public LlmRequest request(GenerateContentConfig config) {
    return new ContentConfig(config);
  }

  @Override
  public LlmResponse response(GenerateContentResponse response) {
    return new ContentResponse(response);
  }

  @Override
  public @Nullable String errorType(Throwable failure) {
    return ProviderErrorCodes.type(failure);
  }
}
