package io.spanloom.openai;

import com.google.auto.service.AutoService;
import com.openai.models.responses.StructuredResponse;
import com.openai.models.responses.StructuredResponseCreateParams;
import io.spanloom.llm.LlmAdapter;
import io.spanloom.llm.LlmRequest;
import io.spanloom.llm.LlmResponse;
import org.jspecify.annotations.Nullable;

/** Reads responses that a class describes the answer of. */
@AutoService(LlmAdapter.class)
@SuppressWarnings("rawtypes") // a service is named by its raw type
public final class StructuredResponsesAdapter
    implements LlmAdapter<StructuredResponseCreateParams, StructuredResponse> {

  @Override
  public Class<StructuredResponseCreateParams> requestType() {
    return StructuredResponseCreateParams.class;
  }

  @Override
  public Class<StructuredResponse> responseType() {
    return StructuredResponse.class;
  }

  @Override
  public LlmRequest request(StructuredResponseCreateParams request) {
    return new ResponsesRequest(request.rawParams());
  }

  @Override
  public LlmResponse response(StructuredResponse response) {
    return new ResponsesResponse(response.rawResponse());
  }

  @Override
  public @Nullable String errorType(Throwable failure) {
    return ProviderErrorCodes.errorType(failure);
  }
}
