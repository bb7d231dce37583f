package io.spanloom.anthropic;

import com.anthropic.core.JsonMissing;
import com.google.auto.service.AutoService;
import io.spanloom.llm.LlmAdapter;
import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmRequest;
import io.spanloom.llm.LlmResponse;
import io.spanloom.llm.TokenUsage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads requests and messages of a traced client, as they are sent. */
@AutoService(LlmAdapter.class)
@SuppressWarnings("rawtypes") // a service is named by its raw type
public final class SentMessageAdapter implements LlmAdapter<SentRequest, ReceivedMessage> {

  @Override
  public Class<SentRequest> requestType() {
    return SentRequest.class;
  }

  @Override
  public Class<ReceivedMessage> responseType() {
    return ReceivedMessage.class;
  }

  @Override
  @SuppressWarnings("unchecked") // the SDK's missing field is one of any type
  public LlmRequest request(SentRequest request) {
    return new MessageRequest(JsonMissing.of(), request::body);
  }

  @Override
  public LlmResponse response(ReceivedMessage received) {
    String errorType = received.errorType();
    return errorType == null ? new MessageResponse(received.body()) : new ErrorResponse(errorType);
  }

  @Override
  public @Nullable String errorType(Throwable failure) {
    return ProviderErrorCodes.type(failure);
  }

  private record ErrorResponse(String errorType) implements LlmResponse {

    @Override
    public List<LlmMessage> messages() {
      return List.of();
    }

    @Override
    public @Nullable TokenUsage usage() {
      return null;
    }
  }
}
