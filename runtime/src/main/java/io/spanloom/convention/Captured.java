package io.spanloom.convention;

/**
 * Content as it may be recorded.
 *
 * @param text the text
 * @param json whether the text is JSON
 */
public record Captured(String text, boolean json) {

  /** The text's media type. */
  public String mimeType() {
    return json ? "application/json" : "text/plain";
  }
}
