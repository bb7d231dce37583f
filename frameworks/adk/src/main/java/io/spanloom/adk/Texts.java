package io.spanloom.adk;

import com.google.genai.types.Content;
import com.google.genai.types.Part;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the text of contents. {@link Content#text} warns of each part that is not text. */
final class Texts {

  private Texts() {}

  /** The text but for thoughts; {@code null} if there is none. */
  static @Nullable String of(Optional<Content> content) {
    StringBuilder text = new StringBuilder();
    for (Part part : content.flatMap(Content::parts).orElse(List.of())) {
      if (!part.thought().orElse(false)) {
        part.text().ifPresent(text::append);
      }
    }
    return text.isEmpty() ? null : text.toString();
  }
}
