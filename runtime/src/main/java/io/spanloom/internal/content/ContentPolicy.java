package io.spanloom.internal.content;

import org.jspecify.annotations.Nullable;

/**
 * What may be recorded of content in one place, span attributes or events, and in which form.
 *
 * @param allowed whether content may be recorded there at all
 * @param settings what may be recorded of it
 */
public record ContentPolicy(boolean allowed, ContentSettings settings) {

  /** What stands for a hidden value, as OpenInference has it. */
  public static final String MASK = "__REDACTED__";

  /** Whether a part of content is replaced by {@value #MASK}. */
  public boolean hides(ContentPart part) {
    return settings.hidden().contains(part);
  }

  /** A value that goes into a larger one for {@link #json}: itself, or what stands for it. */
  public Object shown(ContentPart part, Object value) {
    return hides(part) ? MASK : value;
  }

  /** A text as it may be recorded: redacted, then cut to the bound. */
  public @Nullable String text(@Nullable String text) {
    return text == null ? null : settings.redactor().bounded(text, settings.maxLength());
  }

  /** A part of content as it may be recorded: hidden, or redacted and cut to the bound. */
  public @Nullable String text(ContentPart part, @Nullable String text) {
    if (text == null) {
      return null;
    }
    return hides(part) || isHiddenImage(text) ? MASK : text(text);
  }

  /** A value as JSON text that stays valid within the bound; its strings are redacted. */
  public String json(@Nullable Object value) {
    return BoundedJson.write(value, this, ObjectReading.NONE);
  }

  /**
   * A value of our own making, such as messages or documents, as JSON text within the bound. It
   * runs none of the program's code, so it is not cut for the time it takes: a Java machine that
   * has just started must not cost a tool call its id.
   */
  public String ownJson(JsonWritable value) {
    return BoundedJson.write(value, this, () -> 0);
  }

  /** A part of content as JSON text, or what stands for it. */
  public String json(ContentPart part, @Nullable Object value) {
    return hides(part) ? MASK : json(value);
  }

  /** A part of content that may hold objects of the program's own. */
  public String json(ContentPart part, @Nullable Object value, ObjectReading objects) {
    return hides(part) ? MASK : BoundedJson.write(value, this, objects);
  }

  /** JSON text as it may be recorded: its strings redacted, valid after cutting. */
  public @Nullable String rewriteJson(ContentPart part, @Nullable String json) {
    return json == null ? null : json(part, new RawJson(json));
  }

  /** Whether a name tells that what goes by it is secret, as {@code password} does. */
  public static boolean isSecret(String name) {
    return SecretNames.isName(name);
  }

  /** Whether a text is an image that is hidden or too long to be recorded. */
  boolean isHiddenImage(String text) {
    return text.startsWith("data:image/")
        && (hides(ContentPart.INPUT_IMAGE) || text.length() > settings.maxImageLength())
        && text.startsWith("base64,", text.indexOf(',') - "base64".length());
  }
}
