package io.spanloom.openai;

import com.google.auto.service.AutoService;
import com.openai.models.chat.completions.StructuredChatCompletion;
import com.openai.models.chat.completions.StructuredChatCompletionCreateParams;
import io.spanloom.llm.LlmAdapter;
import io.spanloom.llm.LlmRequest;
import io.spanloom.llm.LlmResponse;
import org.jspecify.annotations.Nullable;

/** Reads chat completions that a class describes the answer of. */
@AutoService(LlmAdapter.class)
@SuppressWarnings("rawtypes") // a service is named by its raw type
public final class StructuredChatAdapter
    implements LlmAdapter<StructuredChatCompletionCreateParams, StructuredChatCompletion> {

  @Override
  public Class<StructuredChatCompletionCreateParams> requestType() {
    return StructuredChatCompletionCreateParams.class;
  }

  @Override
  public Class<StructuredChatCompletion> responseType() {
    return StructuredChatCompletion.class;
  }

  @Override
  public LlmRequest request(StructuredChatCompletionCreateParams request) {
    return new ChatRequest(request.rawParams());
  }

  @Override
  public LlmResponse response(StructuredChatCompletion response) {
    return new ChatResponse(response.rawChatCompletion());
  }

  @Override
  public @Nullable String errorType(Throwable failure) {
    return ProviderErrorCodes.errorType(failure);
  }
}
