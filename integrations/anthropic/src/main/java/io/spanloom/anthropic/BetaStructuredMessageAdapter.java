package io.spanloom.anthropic;

import com.anthropic.models.beta.messages.MessageCreateParams;
import com.anthropic.models.beta.messages.StructuredMessage;
import com.anthropic.models.beta.messages.StructuredMessageCreateParams;
import com.google.auto.service.AutoService;
import io.spanloom.llm.LlmAdapter;
import io.spanloom.llm.LlmRequest;
import io.spanloom.llm.LlmResponse;
import org.jspecify.annotations.Nullable;

/**
 * Reads messages with beta features that a class describes the answer of, where the SDK has them:
 * they are newer than its oldest version, and no signature here names them.
 */
@AutoService(LlmAdapter.class)
@SuppressWarnings("rawtypes") // a service is named by its raw type
public final class BetaStructuredMessageAdapter implements LlmAdapter<Object, Object> {

  @Override
  public Class<Object> requestType() {
    return OptionalType.of(() -> StructuredMessageCreateParams.class);
  }

  @Override
  public Class<Object> responseType() {
    return OptionalType.of(() -> StructuredMessage.class);
  }

  @Override
  public LlmRequest request(Object request) {
    MessageCreateParams params = ((StructuredMessageCreateParams<?>) request).rawParams();
    return new MessageRequest(params._model(), params::_body);
  }

  @Override
  public LlmResponse response(Object response) {
    return new MessageResponse(Json.of(((StructuredMessage<?>) response).rawMessage()));
  }

  @Override
  public @Nullable String errorType(Throwable failure) {
    return ProviderErrorCodes.type(failure);
  }
}
