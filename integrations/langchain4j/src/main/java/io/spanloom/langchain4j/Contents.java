package io.spanloom.langchain4j;

import dev.langchain4j.data.audio.Audio;
import dev.langchain4j.data.image.Image;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.AudioContent;
import dev.langchain4j.data.message.Content;
import dev.langchain4j.data.message.ImageContent;
import dev.langchain4j.data.message.PdfFileContent;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.VideoContent;
import dev.langchain4j.data.pdf.PdfFile;
import dev.langchain4j.data.video.Video;
import io.spanloom.llm.LlmPart;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the contents of messages: text, images, sound, films and documents. */
final class Contents {

  /** Where LangChain4j's Anthropic models put the signature of what was thought. */
  private static final List<String> SIGNATURES = List.of("thinking_signature", "thought_signature");

  private Contents() {}

  static List<LlmPart> read(List<Content> contents) {
    List<LlmPart> parts = new ArrayList<>(contents.size());
    for (Content content : contents) {
      add(read(content), parts);
    }
    return parts;
  }

  private static void add(@Nullable LlmPart part, List<LlmPart> parts) {
    if (part != null) {
      parts.add(part);
    }
  }

  /** What a model's message says beside its text: what it thought, and images. */
  static List<LlmPart> beyondText(AiMessage message) {
    List<LlmPart> parts = new ArrayList<>(1);
    try {
      String thinking = message.thinking();
      if (thinking != null) {
        parts.add(new LlmPart.Reasoning(thinking, signature(message)));
      }
      List<Image> images = message.images();
      if (images != null) {
        images.forEach(image -> add(read(image), parts));
      }
    } catch (NoSuchMethodError older) {
      // Messages had neither, or but the one that was read.
    }
    return parts;
  }

  private static @Nullable String signature(AiMessage message) {
    Map<String, Object> attributes = message.attributes();
    for (String name : SIGNATURES) {
      if (attributes != null && attributes.get(name) instanceof String signature) {
        return signature;
      }
    }
    return null;
  }

  private static @Nullable LlmPart read(Content content) {
    if (content instanceof TextContent text) {
      return new LlmPart.Text(text.text());
    }
    if (content instanceof ImageContent image) {
      return read(image.image());
    }
    if (content instanceof AudioContent audio) {
      return read(audio.audio());
    }
    if (content instanceof VideoContent video) {
      Video film = video.video();
      return media(LlmPart.VIDEO, film.mimeType(), film.base64Data(), film.url());
    }
    if (content instanceof PdfFileContent pdf) {
      PdfFile file = pdf.pdfFile();
      return media(LlmPart.FILE, "application/pdf", file.base64Data(), file.url());
    }
    return new LlmPart.Other(content.type().name().toLowerCase(Locale.ROOT), null);
  }

  private static @Nullable LlmPart read(Image image) {
    return media(LlmPart.IMAGE, image.mimeType(), image.base64Data(), image.url());
  }

  /** Newer versions take the bytes themselves. */
  private static @Nullable LlmPart read(Audio audio) {
    LlmPart part = media(LlmPart.AUDIO, audio.mimeType(), audio.base64Data(), audio.url());
    if (part != null) {
      return part;
    }
    try {
      byte[] bytes = audio.binaryData();
      return bytes == null ? null : LlmPart.Blob.ofBytes(LlmPart.AUDIO, audio.mimeType(), bytes);
    } catch (NoSuchMethodError older) {
      return null;
    }
  }

  private static @Nullable LlmPart media(
      String modality, @Nullable String mimeType, @Nullable String base64, @Nullable URI url) {
    if (base64 != null) {
      return LlmPart.Blob.ofBase64(modality, mimeType, base64);
    }
    return url == null ? null : LlmPart.ofUrl(modality, mimeType, url.toString());
  }
}
