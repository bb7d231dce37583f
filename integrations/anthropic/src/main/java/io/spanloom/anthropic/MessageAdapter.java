package io.spanloom.anthropic;

import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCreateParams;
import com.google.auto.service.AutoService;
import io.spanloom.llm.LlmAdapter;
import io.spanloom.llm.LlmRequest;
import io.spanloom.llm.LlmResponse;
import org.jspecify.annotations.Nullable;

/** Reads requests to and responses of the messages endpoint. */
@AutoService(LlmAdapter.class)
@SuppressWarnings("rawtypes") // a service is named by its raw type
public final class MessageAdapter implements LlmAdapter<MessageCreateParams, Message> {

  @Override
  public Class<MessageCreateParams> requestType() {
    return MessageCreateParams.class;
  }

  @Override
  public Class<Message> responseType() {
    return Message.class;
  }

  @Override
  public LlmRequest request(MessageCreateParams request) {
    return new MessageRequest(request._model(), request::_body);
  }

  @Override
  public LlmResponse response(Message response) {
    return new MessageResponse(Json.of(response));
  }

  @Override
  public @Nullable String errorType(Throwable failure) {
    return ProviderErrorCodes.type(failure);
  }
}
