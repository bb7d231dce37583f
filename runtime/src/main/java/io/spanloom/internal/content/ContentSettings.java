package io.spanloom.internal.content;

import io.spanloom.content.ContentMode;
import io.spanloom.content.ExceptionMessageMode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What may be recorded of content, where, and how much of it.
 *
 * @param mode where content is recorded
 * @param hidden the parts that read {@value ContentPolicy#MASK} wherever content is recorded
 * @param freeText whether what people write or are called may be recorded where it is not content:
 *     messages of exceptions, users' ids, {@code @Attribute}s that are texts
 * @param exceptionMessages whether spans record the messages of exceptions; {@code null} leaves it
 *     to the mode
 * @param maxLength the most characters one recorded value holds
 * @param maxImageLength the most characters an image in base64 may have to be recorded
 * @param usesToString whether values of the program's own types other than records are recorded by
 *     their {@code toString}; by their type's name otherwise
 * @param redactor what every recorded text passes first
 */
public record ContentSettings(
    ContentMode mode,
    Set<ContentPart> hidden,
    boolean freeText,
    @Nullable ExceptionMessageMode exceptionMessages,
    int maxLength,
    int maxImageLength,
    boolean usesToString,
    Redactor redactor) {

  /** The default bound of one value: 16 Ki characters. */
  public static final int DEFAULT_MAX_LENGTH = 16 * 1024;

  /** The least bound that still shows something. */
  public static final int MIN_MAX_LENGTH = 16;

  /** OpenInference's default for {@code OPENINFERENCE_BASE64_IMAGE_MAX_LENGTH}. */
  public static final int DEFAULT_MAX_IMAGE_LENGTH = 32_000;

  private static final Set<ContentPart> NO_TEXTS =
      Set.of(
          ContentPart.INPUT_IMAGE,
          ContentPart.TOOL_DEFINITIONS,
          ContentPart.INVOCATION_PARAMETERS,
          ContentPart.EMBEDDING_VECTOR);

  public ContentSettings {
    hidden = Set.copyOf(hidden);
    if (maxLength < MIN_MAX_LENGTH) {
      throw new IllegalArgumentException(
          "The bound of a value must be at least " + MIN_MAX_LENGTH + ", was " + maxLength);
    }
  }

  /** Content in the given places, with nothing hidden and standard bounds. */
  public static ContentSettings of(ContentMode mode) {
    return new ContentSettings(
        mode,
        Set.of(),
        true,
        null,
        DEFAULT_MAX_LENGTH,
        DEFAULT_MAX_IMAGE_LENGTH,
        false,
        Redactor.standard());
  }

  public ContentSettings withMode(ContentMode newMode) {
    return new ContentSettings(
        newMode,
        hidden,
        freeText,
        exceptionMessages,
        maxLength,
        maxImageLength,
        usesToString,
        redactor);
  }

  public ContentSettings withHidden(Set<ContentPart> parts) {
    return new ContentSettings(
        mode,
        parts,
        freeText,
        exceptionMessages,
        maxLength,
        maxImageLength,
        usesToString,
        redactor);
  }

  public ContentSettings withFreeText(boolean allowed) {
    return new ContentSettings(
        mode,
        hidden,
        allowed,
        exceptionMessages,
        maxLength,
        maxImageLength,
        usesToString,
        redactor);
  }

  public ContentSettings withMaxLength(int characters) {
    return new ContentSettings(
        mode,
        hidden,
        freeText,
        exceptionMessages,
        characters,
        maxImageLength,
        usesToString,
        redactor);
  }

  public ContentSettings withToString(boolean used) {
    return new ContentSettings(
        mode, hidden, freeText, exceptionMessages, maxLength, maxImageLength, used, redactor);
  }

  public ContentSettings withRedactor(Redactor newRedactor) {
    return new ContentSettings(
        mode,
        hidden,
        freeText,
        exceptionMessages,
        maxLength,
        maxImageLength,
        usesToString,
        newRedactor);
  }

  /** Whether spans record the messages of exceptions. */
  public boolean recordsExceptionMessages() {
    return recordsExceptionMessages(mode.onSpans());
  }

  /** Whether events record the messages of exceptions. */
  public boolean recordsExceptionMessagesInEvents() {
    return recordsExceptionMessages(mode.inEvents());
  }

  private boolean recordsExceptionMessages(boolean recordsContent) {
    boolean chosen =
        exceptionMessages == null
            ? recordsContent && !hidesTexts()
            : exceptionMessages == ExceptionMessageMode.REDACTED;
    return chosen && freeText;
  }

  /** Whether some of what people and models say is hidden where content is recorded. */
  public boolean hidesTexts() {
    return hidden.stream().anyMatch(part -> !NO_TEXTS.contains(part));
  }

  /** What may be written in span attributes. */
  public ContentPolicy onSpans() {
    return new ContentPolicy(mode.onSpans(), this);
  }

  /** What may be written in events. */
  public ContentPolicy inEvents() {
    return new ContentPolicy(mode.inEvents(), this);
  }
}
