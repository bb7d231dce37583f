package io.spanloom.content;

/**
 * A choice of content settings for a purpose; a setting made on its own wins over it.
 *
 * <p>{@code spanloom.preset}, by default {@link #PRODUCTION}.
 */
public enum Preset {
  /** Content on spans, redacted. */
  DEVELOPMENT(ContentMode.SPAN_ONLY, true),
  /** No content, and no messages of exceptions. */
  PRODUCTION(ContentMode.NO_CONTENT, true),
  /**
   * No content, and nothing else a person wrote or is known by: exceptions without their messages,
   * no user's id, and of the {@code @Attribute}s only numbers, truth values and those that name
   * things (models, tools, agents, sessions).
   */
  HEALTH(ContentMode.NO_CONTENT, false);

  private final ContentMode mode;
  private final boolean freeText;

  Preset(ContentMode mode, boolean freeText) {
    this.mode = mode;
    this.freeText = freeText;
  }

  /** Where content is recorded. */
  public ContentMode mode() {
    return mode;
  }

  /** Whether what people write or are called is recorded where it is not content. */
  public boolean freeText() {
    return freeText;
  }
}
