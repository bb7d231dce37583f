package io.spanloom.internal.convention;

import io.spanloom.internal.content.ContentPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Content as it may be recorded.
 *
 * @param text the text
 * @param json whether the text is JSON
 */
public record Captured(String text, boolean json) {

  /** The text's media type, or {@code null} if the text only stands for a hidden value. */
  public @Nullable String mimeType() {
    if (text.equals(ContentPolicy.MASK)) {
      return null;
    }
    return json ? "application/json" : "text/plain";
  }
}
