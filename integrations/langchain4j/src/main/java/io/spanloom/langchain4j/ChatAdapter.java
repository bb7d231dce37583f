package io.spanloom.langchain4j;

import com.google.auto.service.AutoService;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import io.spanloom.llm.LlmAdapter;
import io.spanloom.llm.LlmRequest;
import io.spanloom.llm.LlmResponse;
import org.jspecify.annotations.Nullable;

/** Reads what chat models are asked and answer. */
@AutoService(LlmAdapter.class)
@SuppressWarnings("rawtypes") // a service is named by its raw type
public final class ChatAdapter implements LlmAdapter<ChatRequest, ChatResponse> {

  @Override
  public Class<ChatRequest> requestType() {
    return ChatRequest.class;
  }

  @Override
  public Class<ChatResponse> responseType() {
    return ChatResponse.class;
  }

  @Override
  public LlmRequest request(ChatRequest request) {
    return new ChatRequestView(request.messages(), request.parameters());
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
