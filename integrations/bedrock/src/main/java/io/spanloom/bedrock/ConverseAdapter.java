package io.spanloom.bedrock;

import com.google.auto.service.AutoService;
import io.spanloom.llm.LlmAdapter;
import io.spanloom.llm.LlmRequest;
import io.spanloom.llm.LlmResponse;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseResponse;

/** Reads requests and responses of Converse. */
@AutoService(LlmAdapter.class)
@SuppressWarnings("rawtypes") // a service is named by its raw type
public final class ConverseAdapter implements LlmAdapter<ConverseRequest, ConverseResponse> {

  @Override
  public Class<ConverseRequest> requestType() {
    return ConverseRequest.class;
  }

  @Override
  public Class<ConverseResponse> responseType() {
    return ConverseResponse.class;
  }

  @Override
  public LlmRequest request(ConverseRequest request) {
    return new ConversationRequest(request, false);
  }

  @Override
  public LlmResponse response(ConverseResponse response) {
    return new ConversationResponse(response);
  }

  @Override
  public @Nullable String errorType(Throwable failure) {
    return ProviderErrorCodes.type(failure);
  }
}
