package io.spanloom.openai;

import com.openai.models.responses.Response;
import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmResponse;
import io.spanloom.llm.TokenUsage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the responses endpoint answered. */
record ResponsesResponse(Response response) implements LlmResponse {

  @Override
  public @Nullable String id() {
    return response._id().asKnown().orElse(null);
  }

  @Override
  public @Nullable String model() {
    return Json.text(Json.of(response._model()));
  }

  /**
   * Why an incomplete response is incomplete ({@code max_output_tokens}, {@code content_filter}),
   * else its status ({@code completed}, {@code failed}, {@code cancelled}). One that is still
   * worked at has none.
   */
  @Override
  public List<String> finishReasons() {
    String status = Json.text(Json.of(response._status()));
    if (status == null || status.equals("in_progress") || status.equals("queued")) {
      return List.of();
    }
    String reason = Json.text(Json.of(response._incompleteDetails()), "reason");
    return List.of(reason == null ? status : reason);
  }

  /** The error code of a failed response, which has status 200. */
  @Override
  public @Nullable String errorType() {
    if (!"failed".equals(Json.text(Json.of(response._status())))) {
      return null;
    }
    String code = Json.text(Json.of(response._error()), "code");
    return code == null ? "failed" : code;
  }

  @Override
  public @Nullable TokenUsage usage() {
    return Usages.ofResponse(response._usage());
  }

  @Override
  public @Nullable String serviceTier() {
    return Json.text(Json.of(response._serviceTier()));
  }

  @Override
  public List<LlmMessage> messages() {
    return ResponseItems.messages(Json.of(response._output()));
  }
}
