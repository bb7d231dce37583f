package io.spanloom.content;

import org.jspecify.annotations.Nullable;

/**
 * What may be recorded of content, and how much of it.
 *
 * @param mode where content is recorded
 * @param maxLength the most characters one recorded value holds
 * @param redactor what every recorded text passes first
 */
public record ContentPolicy(ContentMode mode, int maxLength, Redactor redactor) {

  /** The default bound of one value: 16 Ki characters. */
  public static final int DEFAULT_MAX_LENGTH = 16 * 1024;

  /** The least bound that still shows something. */
  public static final int MIN_MAX_LENGTH = 16;

  public ContentPolicy {
    if (maxLength < MIN_MAX_LENGTH) {
      throw new IllegalArgumentException(
          "The bound of a value must be at least " + MIN_MAX_LENGTH + ", was " + maxLength);
    }
  }

  /** Whether span attributes may hold content. */
  public boolean onSpans() {
    return mode.onSpans();
  }

  /** A text as it may be recorded: redacted, then cut to the bound. */
  public @Nullable String text(@Nullable String text) {
    return text == null ? null : cut(redactor.redact(cut(text, 4L * maxLength)), maxLength);
  }

  /** A value as JSON text that stays valid within the bound; its strings are redacted. */
  public String json(@Nullable Object value) {
    return BoundedJson.write(value, maxLength, redactor);
  }

  /** JSON text as it may be recorded: its strings redacted, valid after cutting. */
  public @Nullable String rewriteJson(@Nullable String json) {
    return json == null ? null : json(new RawJson(json));
  }

  /** The text's first characters, never half a surrogate pair. */
  static String cut(String text, long maxLength) {
    if (text.length() <= maxLength) {
      return text;
    }
    int end = (int) maxLength;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
  }
}
