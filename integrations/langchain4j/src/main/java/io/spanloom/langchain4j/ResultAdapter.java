package io.spanloom.langchain4j;

import com.google.auto.service.AutoService;
import dev.langchain4j.service.Result;
import io.spanloom.llm.LlmAdapter;
import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmRequest;
import io.spanloom.llm.LlmResponse;
import io.spanloom.llm.TokenUsage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what an AI service returns: the last answer, and the tokens of all the model calls it took.
 */
@AutoService(LlmAdapter.class)
@SuppressWarnings("rawtypes") // classes know no type arguments
public final class ResultAdapter implements LlmAdapter<Void, Result> {

  @Override
  public Class<Void> requestType() {
    return Void.class;
  }

  @Override
  public Class<Result> responseType() {
    return OptionalType.of(() -> Result.class);
  }

  @Override
  public LlmRequest request(Void none) {
    return new LlmRequest() {};
  }

  @Override
  public LlmResponse response(Result result) {
    return new Answer(result);
  }

  private record Answer(Result<?> result) implements LlmResponse {

    @Override
    public List<String> finishReasons() {
      return Figures.finishReasons(result.finishReason());
    }

    @Override
    public @Nullable TokenUsage usage() {
      return Figures.usage(result.tokenUsage());
    }

    @Override
    public List<LlmMessage> messages() {
      return Figures.messages(result.content());
    }
  }
}
