package io.spanloom.openai;

import com.google.auto.service.AutoService;
import com.openai.models.completions.Completion;
import com.openai.models.completions.CompletionCreateParams;
import io.spanloom.llm.LlmAdapter;
import io.spanloom.llm.LlmRequest;
import io.spanloom.llm.LlmResponse;
import org.jspecify.annotations.Nullable;

/** Reads requests to and responses of the completions endpoint, the older one. */
@AutoService(LlmAdapter.class)
@SuppressWarnings("rawtypes") // a service is named by its raw type
public final class CompletionAdapter implements LlmAdapter<CompletionCreateParams, Completion> {

  @Override
  public Class<CompletionCreateParams> requestType() {
    return CompletionCreateParams.class;
  }

  @Override
  public Class<Completion> responseType() {
    return Completion.class;
  }

  @Override
  public LlmRequest request(CompletionCreateParams request) {
    return new CompletionRequest(request);
  }

  @Override
  public LlmResponse response(Completion response) {
    return new CompletionResponse(response);
  }

  @Override
  public @Nullable String errorType(Throwable failure) {
    return ProviderErrorCodes.errorType(failure);
  }
}
