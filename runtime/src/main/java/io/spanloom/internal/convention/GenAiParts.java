package io.spanloom.internal.convention;

import io.spanloom.internal.content.ContentPolicy;
import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmPart;
import io.spanloom.llm.LlmToolCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parts of messages that go one way, as the GenAI conventions' schemas have them.
 *
 * <p>Without content those remain that tie tool calls together: ids and names.
 */
final class GenAiParts {

  /** Types with a schema that a part of another kind would not follow. */
  private static final Set<String> DEFINED =
      Set.of(
          "text",
          "reasoning",
          "blob",
          "uri",
          "file",
          "tool_call",
          "tool_call_response",
          "server_tool_call",
          "server_tool_call_response");

  private final ContentPolicy policy;
  private final PartContent content;

  GenAiParts(ContentPolicy policy, Direction direction) {
    this.policy = policy;
    this.content = new PartContent(policy, direction);
  }

  /** Whether some part is of a tool that the provider runs. */
  static boolean hasTools(List<LlmPart> parts) {
    for (LlmPart part : parts) {
      if (part instanceof LlmPart.ServerToolCall || part instanceof LlmPart.ServerToolResult) {
        return true;
      }
    }
    return false;
  }

  List<GenAiPart> of(LlmMessage message) {
    List<LlmToolCall> calls = message.toolCalls();
    List<GenAiPart> words = contentOf(message);
    if (calls.isEmpty()) {
      return words;
    }
    List<GenAiPart> parts = new ArrayList<>(words.size() + calls.size());
    parts.addAll(words);
    for (LlmToolCall call : calls) {
      Object arguments = arguments(call.arguments());
      parts.add(
          new GenAiPart.Simple("tool_call", call.id(), call.name(), "arguments", arguments, false));
    }
    return parts;
  }

  /** The text of a tool's result is its response; what else it returned comes beside that. */
  private List<GenAiPart> contentOf(LlmMessage message) {
    boolean result = message.toolCallId() != null || message.role().equals("tool");
    if (message.parts().isEmpty()) {
      GenAiPart text = result ? response(message) : text(message);
      return text == null ? List.of() : List.of(text);
    }
    List<GenAiPart> parts = new ArrayList<>(message.parts().size() + 1);
    if (result) {
      parts.add(response(message));
    }
    for (LlmPart part : message.parts()) {
      GenAiPart read = result && part instanceof LlmPart.Text ? null : part(part);
      if (read != null) {
        parts.add(read);
      }
    }
    return parts;
  }

  private GenAiPart response(LlmMessage message) {
    return new GenAiPart.Simple(
        "tool_call_response", message.toolCallId(), null, "response", shown(message.text()), true);
  }

  private @Nullable GenAiPart text(LlmMessage message) {
    Object shown = shown(message.text());
    return shown == null ? null : simple("text", shown);
  }

  private @Nullable GenAiPart part(LlmPart part) {
    if (part instanceof LlmPart.ServerToolCall call) {
      return new GenAiPart.ServerTool(
          "server_tool_call",
          call.id(),
          call.name(),
          call.name(),
          "arguments",
          arguments(call.arguments()));
    }
    if (part instanceof LlmPart.ServerToolResult result) {
      Object json =
          content.isAllowed() ? GenAiPart.json(result.result(), content.hidesText()) : null;
      return new GenAiPart.ServerTool(
          "server_tool_call_response",
          result.id(),
          null,
          result.name() == null ? "result" : result.name(),
          "result",
          json);
    }
    return content.isAllowed() ? contentOf(part) : null;
  }

  private GenAiPart contentOf(LlmPart part) {
    if (part instanceof LlmPart.Text text) {
      return simple("text", policy.shown(content.direction().text(), text.text()));
    }
    if (part instanceof LlmPart.Refusal refusal) {
      return simple("refusal", policy.shown(content.direction().text(), refusal.text()));
    }
    if (part instanceof LlmPart.Reasoning reasoning) {
      return reasoning(reasoning);
    }
    if (part instanceof LlmPart.Other other) {
      String type = DEFINED.contains(other.type()) ? "other" : other.type();
      Object json = GenAiPart.json(other.json(), content.hidesText());
      return new GenAiPart.Simple(type, null, null, "content", json, false);
    }
    return media(part);
  }

  private GenAiPart media(LlmPart part) {
    if (part instanceof LlmPart.Blob blob) {
      Object value = content.hides(blob) ? ContentPolicy.MASK : blob;
      return new GenAiPart.Media("blob", blob.modality(), blob.mimeType(), "content", value);
    }
    if (part instanceof LlmPart.Uri uri) {
      String value = content.hidesMedia(uri.modality()) ? ContentPolicy.MASK : uri.uri();
      return new GenAiPart.Media("uri", uri.modality(), uri.mimeType(), "uri", value);
    }
    LlmPart.FileRef file = (LlmPart.FileRef) part;
    String value = content.hidesMedia(file.modality()) ? ContentPolicy.MASK : file.fileId();
    return new GenAiPart.Media("file", file.modality(), file.mimeType(), "file_id", value);
  }

  private GenAiPart reasoning(LlmPart.Reasoning reasoning) {
    Object text = shown(reasoning.text());
    String signature = reasoning.signature();
    LlmPart.Blob shownSignature =
        signature == null || content.hidesText()
            ? null
            : LlmPart.Blob.ofBase64(LlmPart.FILE, null, signature);
    return new GenAiPart.Reasoning(reasoning.id(), text == null ? "" : text, shownSignature);
  }

  private static GenAiPart simple(String type, Object text) {
    return new GenAiPart.Simple(type, null, null, "content", text, true);
  }

  private @Nullable Object shown(@Nullable String text) {
    return content.isAllowed() && text != null
        ? policy.shown(content.direction().text(), text)
        : null;
  }

  private @Nullable Object arguments(@Nullable String json) {
    return content.isAllowed() ? GenAiPart.json(json, content.hidesArguments()) : null;
  }
}
