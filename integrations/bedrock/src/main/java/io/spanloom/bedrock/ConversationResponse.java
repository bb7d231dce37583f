package io.spanloom.bedrock;

import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmResponse;
import io.spanloom.llm.TokenUsage;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseResponse;

/** An answer. Bedrock does not say which model gave it: it is the one asked for. */
record ConversationResponse(ConverseResponse response) implements LlmResponse {

  /** Bedrock has an id for the request alone, which its support asks for. */
  @Override
  public @Nullable String id() {
    return response.responseMetadata() == null ? null : requestId();
  }

  @Override
  public List<String> finishReasons() {
    String reason = response.stopReasonAsString();
    return reason == null ? List.of() : List.of(reason);
  }

  @Override
  public @Nullable TokenUsage usage() {
    return Usage.of(Members.object(response, "usage"));
  }

  @Override
  public @Nullable String serviceTier() {
    return Usage.serviceTier(response);
  }

  @Override
  public List<LlmMessage> messages() {
    return List.of(
        Messages.assistantMessage(Members.object(Members.object(response, "output"), "message")));
  }

  private @Nullable String requestId() {
    String id = response.responseMetadata().requestId();
    return "UNKNOWN".equals(id) ? null : id;
  }
}
