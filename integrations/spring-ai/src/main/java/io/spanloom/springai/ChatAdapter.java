package io.spanloom.springai;

import com.google.auto.service.AutoService;
import io.spanloom.llm.LlmAdapter;
import io.spanloom.llm.LlmRequest;
import io.spanloom.llm.LlmResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.prompt.Prompt;

/** Reads what chat models are asked and answer. */
@AutoService(LlmAdapter.class)
@SuppressWarnings("rawtypes") // a service is named by its raw type
public final class ChatAdapter implements LlmAdapter<Prompt, ChatResponse> {

  @Override
  public Class<Prompt> requestType() {
    return Prompt.class;
  }

  @Override
  public Class<ChatResponse> responseType() {
    return ChatResponse.class;
  }

  @Override
  public LlmRequest request(Prompt prompt) {
    return new PromptView(prompt);
  }

  @Override
  public LlmResponse response(ChatResponse response) {
    return new ChatResponseView(response);
  }

  @Override
  public @Nullable String errorType(Throwable failure) {
    return ProviderErrorCodes.type(failure);
  }
}
