package io.spanloom.springai;

import io.spanloom.llm.LlmPart;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.content.MediaContent;

/** Reads the images, sounds and files of messages. */
final class Media {

  private Media() {}

  static List<LlmPart> read(MediaContent message) {
    List<org.springframework.ai.content.Media> media = message.getMedia();
    if (media == null || media.isEmpty()) {
      return List.of();
    }
    List<LlmPart> parts = new ArrayList<>(media.size());
    for (org.springframework.ai.content.Media each : media) {
      LlmPart part = read(each);
      if (part != null) {
        parts.add(part);
      }
    }
    return parts;
  }

  /** The data is bytes, or a text that is a URL or base64. */
  private static @Nullable LlmPart read(org.springframework.ai.content.Media media) {
    String type = media.getMimeType().toString();
    Object data = media.getData();
    if (data instanceof byte[] bytes) {
      return LlmPart.Blob.ofBytes(null, type, bytes);
    }
    if (data instanceof String text) {
      return text.contains(":")
          ? LlmPart.ofUrl(LlmPart.modality(null, type), type, text)
          : LlmPart.Blob.ofBase64(null, type, text);
    }
    return media.getId() == null
        ? null
        : new LlmPart.FileRef(LlmPart.modality(null, type), type, media.getId());
  }
}
