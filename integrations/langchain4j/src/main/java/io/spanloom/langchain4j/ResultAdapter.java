package io.spanloom.langchain4j;

import com.google.auto.service.AutoService;
import dev.langchain4j.service.Result;
import io.spanloom.llm.LlmAdapter;
import io.spanloom.llm.LlmRequest;
import io.spanloom.llm.LlmResponse;

/**
 * Reads what an AI service returns: the last answer, and the tokens of all the model calls it took.
 */
@AutoService(LlmAdapter.class)
@SuppressWarnings("rawtypes") // classes know no type arguments
public final class ResultAdapter implements LlmAdapter<Void, Object> {

  @Override
  public Class<Void> requestType() {
    return Void.class;
  }

  @Override
  public Class<Object> responseType() {
    return OptionalType.of(() -> Result.class);
  }

  @Override
  public LlmRequest request(Void none) {
    return new LlmRequest() {};
  }

  @Override
  public LlmResponse response(Object response) {
    Result<?> result = (Result<?>) response;
    return new ContentResponse(result.content(), result.tokenUsage(), result.finishReason());
  }
}
