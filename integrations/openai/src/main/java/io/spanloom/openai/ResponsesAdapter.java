package io.spanloom.openai;

import com.google.auto.service.AutoService;
import com.openai.models.responses.Response;
import com.openai.models.responses.ResponseCreateParams;
import io.spanloom.llm.LlmAdapter;
import io.spanloom.llm.LlmRequest;
import io.spanloom.llm.LlmResponse;
import org.jspecify.annotations.Nullable;

/** Reads requests to and responses of the responses endpoint. */
@AutoService(LlmAdapter.class)
@SuppressWarnings("rawtypes") // a service is named by its raw type
public final class ResponsesAdapter implements LlmAdapter<ResponseCreateParams, Response> {

  @Override
  public Class<ResponseCreateParams> requestType() {
    return ResponseCreateParams.class;
  }

  @Override
  public Class<Response> responseType() {
    return Response.class;
  }

  @Override
  public LlmRequest request(ResponseCreateParams request) {
    return new ResponsesRequest(request);
  }

  @Override
  public LlmResponse response(Response response) {
    return new ResponsesResponse(response);
  }

  @Override
  public @Nullable String errorType(Throwable failure) {
    return ProviderErrorCodes.errorType(failure);
  }
}
