package io.spanloom.openai;

import com.google.auto.service.AutoService;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import io.spanloom.llm.LlmAdapter;
import io.spanloom.llm.LlmRequest;
import io.spanloom.llm.LlmResponse;
import org.jspecify.annotations.Nullable;

/** Reads requests to and responses of the chat completions endpoint. */
@AutoService(LlmAdapter.class)
@SuppressWarnings("rawtypes") // a service is named by its raw type
public final class ChatCompletionAdapter
    implements LlmAdapter<ChatCompletionCreateParams, ChatCompletion> {

  @Override
  public Class<ChatCompletionCreateParams> requestType() {
    return ChatCompletionCreateParams.class;
  }

  @Override
  public Class<ChatCompletion> responseType() {
    return ChatCompletion.class;
  }

  @Override
  public LlmRequest request(ChatCompletionCreateParams request) {
    return new ChatRequest(request);
  }

  @Override
  public LlmResponse response(ChatCompletion response) {
    return new ChatResponse(response);
  }

  @Override
  public @Nullable String errorType(Throwable failure) {
    return ProviderErrorCodes.errorType(failure);
  }
}
