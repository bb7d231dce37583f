package io.spanloom.langchain4j;

import com.google.auto.service.AutoService;
import dev.langchain4j.model.output.Response;
import io.spanloom.llm.LlmAdapter;
import io.spanloom.llm.LlmRequest;
import io.spanloom.llm.LlmResponse;

/** Reads {@code Response<AiMessage>} and other answers with tokens and a finish reason. */
@AutoService(LlmAdapter.class)
@SuppressWarnings("rawtypes") // classes know no type arguments
public final class ResponseAdapter implements LlmAdapter<Void, Response> {

  @Override
  public Class<Void> requestType() {
    return Void.class;
  }

  @Override
  public Class<Response> responseType() {
    return Response.class;
  }

  @Override
  public LlmRequest request(Void none) {
    return new LlmRequest() {};
  }

  @Override
  public LlmResponse response(Response response) {
    return new ContentResponse(response.content(), response.tokenUsage(), response.finishReason());
  }
}
