package io.spanloom.bedrock;

import io.spanloom.llm.LlmPart;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;

/** Reads the blocks that the content of a message is made of, but for tool calls and results. */
final class Blocks {

  private Blocks() {}

  static List<LlmPart> read(List<SdkPojo> blocks) {
    List<LlmPart> parts = new ArrayList<>();
    for (SdkPojo block : blocks) {
      String type = Members.chosen(block);
      if (type != null) {
        add(block, type, parts);
      }
    }
    return parts;
  }

  private static void add(SdkPojo block, String type, List<LlmPart> parts) {
    SdkPojo content = Members.object(block, type);
    switch (type) {
      case "toolUse", "toolResult", "cachePoint" -> {}
      case "text" -> addText(Members.text(block, type), parts);
      case "guardContent" -> addText(Members.text(Members.object(content, "text"), "text"), parts);
      case "citationsContent" -> parts.addAll(read(Members.objects(content, "content")));
      case "json" -> addText(Members.json(block, type), parts);
      case "reasoningContent" -> parts.add(reasoning(content));
      case "image" -> parts.add(media(LlmPart.IMAGE, "image/", content));
      case "video" -> parts.add(media(LlmPart.VIDEO, "video/", content));
      case "audio" -> parts.add(media(LlmPart.AUDIO, "audio/", content));
      case "document" -> parts.add(media(LlmPart.FILE, null, content));
      default -> parts.add(new LlmPart.Other(type, null));
    }
  }

  private static void addText(@Nullable String text, List<LlmPart> parts) {
    if (text != null) {
      parts.add(new LlmPart.Text(text));
    }
  }

  private static LlmPart reasoning(@Nullable SdkPojo content) {
    SdkPojo text = Members.object(content, "reasoningText");
    return text == null
        ? LlmPart.Reasoning.redacted(null)
        : new LlmPart.Reasoning(Members.text(text, "text"), Members.text(text, "signature"));
  }

  /** Bytes, a text, or an object in S3. */
  private static LlmPart media(String modality, @Nullable String type, @Nullable SdkPojo content) {
    String format = Members.text(content, "format");
    String mimeType = type == null || format == null ? null : type + format;
    SdkPojo source = Members.object(content, "source");
    byte[] bytes = Members.bytes(source, "bytes");
    if (bytes != null) {
      return LlmPart.Blob.ofBytes(modality, mimeType, bytes);
    }
    String uri = Members.text(Members.object(source, "s3Location"), "uri");
    if (uri != null) {
      return LlmPart.ofUrl(modality, mimeType, uri);
    }
    String text = Members.text(source, "text");
    return text == null ? new LlmPart.Other(modality, null) : new LlmPart.Text(text);
  }
}
