package io.spanloom.internal.convention;

import io.opentelemetry.api.common.AttributeKey;
import io.spanloom.internal.content.ContentPolicy;
import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmPart;
import io.spanloom.llm.LlmToolCall;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Messages as OpenInference spreads them over keys.
 *
 * <p>A message that is one text has it as {@code message.content}; of others each part has keys of
 * its own below {@code message.contents}. The specification has no keys for files, films, results
 * of a provider's own tools and refusals: a refusal is a text, of the others the type is said, and
 * the provider's id or the text where there is one.
 */
final class OpenInferenceMessages {

  private final PartContent content;
  private final AttributeSink out;

  OpenInferenceMessages(ContentPolicy content, Direction direction, AttributeSink out) {
    this.content = new PartContent(content, direction);
    this.out = out;
  }

  void write(List<LlmMessage> messages) {
    for (int i = 0; i < messages.size(); i++) {
      message(MessageKeys.of(content.direction(), i), messages.get(i));
    }
  }

  private void message(MessageKeys keys, LlmMessage message) {
    out.put(keys.role, message.role());
    if (message.toolCallId() != null) {
      out.put(keys.toolCallId, message.toolCallId());
    }
    if (!message.parts().isEmpty()) {
      parts(keys, message);
    } else if (content.isAllowed() && message.text() != null) {
      out.put(keys.content, content.text(message.text()));
    }
    List<LlmToolCall> calls = message.toolCalls();
    for (int i = 0; i < calls.size(); i++) {
      toolCall(keys.call(i), calls.get(i));
    }
  }

  /** One that says no more than a text, if in other words, is read by those who know but that. */
  private void parts(MessageKeys keys, LlmMessage message) {
    List<LlmPart> parts = message.parts();
    if (parts.size() == 1 && parts.get(0) instanceof LlmPart.Refusal refusal) {
      if (content.isAllowed()) {
        out.put(keys.content, content.text(refusal.text()));
      }
      return;
    }
    for (int i = 0; i < parts.size(); i++) {
      part(keys.part(i), parts.get(i));
    }
  }

  private void part(MessageKeys.Part keys, LlmPart part) {
    out.put(keys.type(), type(part));
    if (part instanceof LlmPart.ServerToolCall call) {
      toolCall(keys.call(), new LlmToolCall(call.id(), call.name(), call.arguments()));
    } else if (part instanceof LlmPart.ServerToolResult result && result.id() != null) {
      out.put(keys.id(), result.id());
    }
    if (!content.isAllowed()) {
      return;
    }
    put(keys.text(), text(part));
    if (part instanceof LlmPart.Text text) {
      put(keys.signature(), content.opaque(text.signature()));
    } else if (part instanceof LlmPart.Reasoning reasoning) {
      reasoning(keys, reasoning);
    } else if (part instanceof LlmPart.Blob blob) {
      media(keys, blob.modality(), blob.mimeType(), blob, null);
    } else if (part instanceof LlmPart.Uri uri) {
      media(keys, uri.modality(), uri.mimeType(), null, uri);
    } else if (part instanceof LlmPart.FileRef file) {
      put(keys.id(), content.hidesMedia(file.modality()) ? ContentPolicy.MASK : file.fileId());
    }
  }

  private @Nullable String text(LlmPart part) {
    if (part instanceof LlmPart.Text text) {
      return content.text(text.text());
    }
    if (part instanceof LlmPart.Refusal refusal) {
      return content.text(refusal.text());
    }
    if (part instanceof LlmPart.Reasoning reasoning) {
      return content.text(reasoning.text());
    }
    if (part instanceof LlmPart.ServerToolResult result) {
      return content.json(result.result());
    }
    return part instanceof LlmPart.Other other ? content.json(other.json()) : null;
  }

  private void reasoning(MessageKeys.Part keys, LlmPart.Reasoning reasoning) {
    put(keys.id(), reasoning.id());
    put(keys.signature(), content.opaque(reasoning.signature()));
    put(
        reasoning.redacted() ? keys.data() : keys.encrypted(),
        content.opaque(reasoning.encrypted()));
  }

  private void media(
      MessageKeys.Part keys,
      String modality,
      @Nullable String mimeType,
      LlmPart.@Nullable Blob blob,
      LlmPart.@Nullable Uri uri) {
    boolean image = modality.equals(LlmPart.IMAGE);
    if (!image && !modality.equals(LlmPart.AUDIO)) {
      return;
    }
    String url = blob != null ? content.dataUrl(blob) : uri == null ? null : content.uri(uri);
    put(image ? keys.imageUrl() : keys.audioUrl(), url);
    if (!image) {
      put(keys.audioMimeType(), mimeType);
    }
  }

  private void toolCall(MessageKeys.Call keys, LlmToolCall call) {
    if (call.id() != null) {
      out.put(keys.id(), call.id());
    }
    out.put(keys.name(), call.name());
    if (content.isAllowed()) {
      put(keys.arguments(), content.arguments(call.arguments()));
      put(keys.reasoningSignature(), content.opaque(call.reasoningSignature()));
    }
  }

  private void put(AttributeKey<String> key, @Nullable String value) {
    if (value != null) {
      out.put(key, value);
    }
  }

  private static String type(LlmPart part) {
    if (part instanceof LlmPart.Reasoning) {
      return "reasoning";
    }
    if (part instanceof LlmPart.Blob blob) {
      return blob.modality();
    }
    if (part instanceof LlmPart.Uri uri) {
      return uri.modality();
    }
    if (part instanceof LlmPart.FileRef file) {
      return file.modality();
    }
    if (part instanceof LlmPart.ServerToolCall) {
      return "tool_use";
    }
    if (part instanceof LlmPart.ServerToolResult) {
      return "tool_result";
    }
    return part instanceof LlmPart.Other other ? other.type() : "text";
  }
}
