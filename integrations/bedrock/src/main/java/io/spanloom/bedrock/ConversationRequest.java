package io.spanloom.bedrock;

import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmRequest;
import io.spanloom.llm.LlmTool;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkNumber;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.document.Document;

/** A request to continue a conversation, answered as a whole or streamed. */
record ConversationRequest(SdkPojo request, boolean stream) implements LlmRequest {

  @Override
  public String provider() {
    return "aws.bedrock";
  }

  /** A model's name, an inference profile, or the ARN of either. */
  @Override
  public @Nullable String model() {
    return Members.text(request, "modelId");
  }

  @Override
  public @Nullable Double temperature() {
    return Members.decimal(config(), "temperature");
  }

  @Override
  public @Nullable Double topP() {
    return Members.decimal(config(), "topP");
  }

  /** Bedrock passes on what it has no member for; Anthropic's models call it this. */
  @Override
  public @Nullable Long topK() {
    if (Members.value(request, "additionalModelRequestFields") instanceof Document fields
        && fields.isMap()) {
      Document topK = fields.asMap().get("top_k");
      SdkNumber number = topK != null && topK.isNumber() ? topK.asNumber() : null;
      return number == null ? null : Long.valueOf(number.longValue());
    }
    return null;
  }

  @Override
  public @Nullable Long maxTokens() {
    return Members.number(config(), "maxTokens");
  }

  @Override
  public List<String> stopSequences() {
    return Members.texts(config(), "stopSequences");
  }

  @Override
  public @Nullable String outputType() {
    SdkPojo output = Members.object(request, "outputConfig");
    return Members.object(output, "textFormat") == null ? null : "json";
  }

  @Override
  public List<LlmMessage> messages() {
    List<LlmMessage> messages = new ArrayList<>();
    for (SdkPojo block : Members.objects(request, "system")) {
      String text = Members.text(block, "text");
      if (text != null) {
        messages.add(LlmMessage.of("system", text));
      }
    }
    Members.objects(request, "messages").forEach(message -> Messages.read(message, messages));
    return messages;
  }

  @Override
  public List<LlmTool> tools() {
    List<LlmTool> tools = new ArrayList<>();
    for (SdkPojo tool : Members.objects(Members.object(request, "toolConfig"), "tools")) {
      SdkPojo spec = Members.object(tool, "toolSpec");
      String name = Members.text(spec, "name");
      if (name != null) {
        String schema = Members.json(Members.object(spec, "inputSchema"), "json");
        tools.add(new LlmTool(name, Members.text(spec, "description"), schema));
      }
    }
    return tools;
  }

  private @Nullable SdkPojo config() {
    return Members.object(request, "inferenceConfig");
  }
}
