package io.spanloom.bedrock;

import com.google.auto.service.AutoService;
import io.spanloom.llm.LlmAdapter;
import io.spanloom.llm.LlmRequest;
import io.spanloom.llm.LlmResponse;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamRequest;

/** Reads requests of ConverseStream, whose answer is a stream of events. */
@AutoService(LlmAdapter.class)
@SuppressWarnings("rawtypes") // a service is named by its raw type
public final class ConverseStreamAdapter implements LlmAdapter<ConverseStreamRequest, Void> {

  @Override
  public Class<ConverseStreamRequest> requestType() {
    return ConverseStreamRequest.class;
  }

  @Override
  public Class<Void> responseType() {
    return Void.class;
  }

  @Override
  public LlmRequest request(ConverseStreamRequest request) {
    return new ConversationRequest(request, true);
  }

  @Override
  public LlmResponse response(Void none) {
    return new LlmResponse() {};
  }

  @Override
  public @Nullable String errorType(Throwable failure) {
    return ProviderErrorCodes.type(failure);
  }
}
