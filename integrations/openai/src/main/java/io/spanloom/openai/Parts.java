package io.spanloom.openai;

import com.fasterxml.jackson.databind.JsonNode;
import io.spanloom.llm.LlmPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the parts that the content of a message is made of, in the shapes of all endpoints. */
final class Parts {

  private Parts() {}

  /** The parts of a content that is a text, a part, a list of parts, or absent. */
  static List<LlmPart> read(JsonNode content) {
    List<LlmPart> parts = new ArrayList<>();
    String only = Json.text(content);
    if (only != null) {
      parts.add(new LlmPart.Text(only));
    } else if (content.isArray()) {
      content.forEach(part -> add(part, parts));
    } else if (content.isObject()) {
      add(content, parts);
    }
    return parts;
  }

  private static void add(JsonNode part, List<LlmPart> parts) {
    String type = Json.text(part, "type");
    LlmPart read =
        switch (type == null ? "text" : type) {
          case "text", "input_text", "output_text", "summary_text" -> text(part);
          case "refusal" -> refusal(part);
          case "image_url", "input_image", "computer_screenshot" -> image(part);
          case "input_audio", "output_audio" -> audio(part);
          case "file", "input_file" -> file(part);
          default -> null;
        };
    if (read != null) {
      parts.add(read);
    } else if (type != null) {
      parts.add(new LlmPart.Other(type, part.toString()));
    }
  }

  private static @Nullable LlmPart text(JsonNode part) {
    String text = Json.text(part, "text");
    return text == null ? null : new LlmPart.Text(text);
  }

  private static @Nullable LlmPart refusal(JsonNode part) {
    String refusal = Json.text(part, "refusal");
    return refusal == null ? null : new LlmPart.Refusal(refusal);
  }

  /** The URL is an object's in chats and a member of its own in responses. */
  private static @Nullable LlmPart image(JsonNode part) {
    JsonNode image = part.path("image_url");
    String url = image.isObject() ? Json.text(image, "url") : Json.text(image);
    return url == null ? fileRef(LlmPart.IMAGE, part) : LlmPart.ofUrl(LlmPart.IMAGE, null, url);
  }

  private static @Nullable LlmPart audio(JsonNode part) {
    JsonNode audio = part.path("input_audio").isObject() ? part.path("input_audio") : part;
    String data = Json.text(audio, "data");
    return data == null
        ? null
        : LlmPart.Blob.ofBase64(LlmPart.AUDIO, audioType(Json.text(audio, "format")), data);
  }

  /** The media type of one of the formats that audio is sent in. */
  private static @Nullable String audioType(@Nullable String format) {
    if (format == null) {
      return null;
    }
    return format.equals("mp3") ? "audio/mpeg" : "audio/" + format.toLowerCase(Locale.ROOT);
  }

  /** Its data is a {@code data:} URL; some send the base64 alone. */
  private static @Nullable LlmPart file(JsonNode part) {
    JsonNode file = part.path("file").isObject() ? part.path("file") : part;
    String data = Json.text(file, "file_data");
    if (data != null) {
      return data.startsWith("data:")
          ? LlmPart.ofUrl(null, null, data)
          : LlmPart.Blob.ofBase64(LlmPart.FILE, null, data);
    }
    String url = Json.text(file, "file_url");
    return url == null ? fileRef(LlmPart.FILE, file) : LlmPart.ofUrl(LlmPart.FILE, null, url);
  }

  private static @Nullable LlmPart fileRef(String modality, JsonNode part) {
    String id = Json.text(part, "file_id");
    return id == null ? null : new LlmPart.FileRef(modality, null, id);
  }
}
