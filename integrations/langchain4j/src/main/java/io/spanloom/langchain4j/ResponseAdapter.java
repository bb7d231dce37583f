package io.spanloom.langchain4j;

import com.google.auto.service.AutoService;
import dev.langchain4j.model.output.Response;
import io.spanloom.llm.LlmAdapter;
import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmRequest;
import io.spanloom.llm.LlmResponse;
import io.spanloom.llm.TokenUsage;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
    return new Answer(response);
  }

  private record Answer(Response<?> response) implements LlmResponse {

    @Override
    public List<String> finishReasons() {
      return Figures.finishReasons(response.finishReason());
    }

    @Override
    public @Nullable TokenUsage usage() {
      return Figures.usage(response.tokenUsage());
    }

    @Override
    public List<LlmMessage> messages() {
      return Figures.messages(response.content());
    }
  }
}
