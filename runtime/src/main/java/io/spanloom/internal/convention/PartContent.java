package io.spanloom.internal.convention;

import io.spanloom.internal.content.Base64Text;
import io.spanloom.internal.content.ContentPart;
import io.spanloom.internal.content.ContentPolicy;
import io.spanloom.llm.LlmPart;
import org.jspecify.annotations.Nullable;

/**
 * What may be recorded of the parts of messages that go one way, by the conventions alike.
 *
 * <p>There is a switch for the images that a model is given and one for the text. What else it is
 * given, sound, films and documents, is as telling as text: the switch for text hides it too. What
 * a model gives back in any form is hidden with its text.
 */
final class PartContent {

  private final ContentPolicy content;
  private final Direction direction;

  PartContent(ContentPolicy content, Direction direction) {
    this.content = content;
    this.direction = direction;
  }

  Direction direction() {
    return direction;
  }

  boolean isAllowed() {
    return content.allowed();
  }

  /** Whether media of that modality are hidden. */
  boolean hidesMedia(String modality) {
    boolean givenImage = direction == Direction.INPUT && modality.equals(LlmPart.IMAGE);
    return content.hides(givenImage ? ContentPart.INPUT_IMAGE : direction.text());
  }

  /** Whether data is hidden, or longer than data may be that is recorded. */
  boolean hides(LlmPart.Blob blob) {
    return hidesMedia(blob.modality()) || blob.base64Length() > content.settings().maxImageLength();
  }

  boolean hidesText() {
    return content.hides(direction.text());
  }

  boolean hidesArguments() {
    return content.hides(direction.arguments());
  }

  /** A text as it may be recorded on its own. */
  @Nullable String text(@Nullable String text) {
    return content.text(direction.text(), text);
  }

  /** A URI as it may be recorded on its own. */
  @Nullable String uri(LlmPart.Uri uri) {
    return hidesMedia(uri.modality()) ? ContentPolicy.MASK : content.text(uri.uri());
  }

  /** Data as the URL that holds it, or what stands for it. */
  @Nullable String dataUrl(LlmPart.Blob blob) {
    if (hides(blob)) {
      return ContentPolicy.MASK;
    }
    String data = blob.base64().get();
    String type = blob.mimeType() == null ? "" : blob.mimeType();
    String url = "data:" + type + ";base64," + data;
    return Base64Text.isBase64(data) ? url : content.text(url);
  }

  /** A provider's signature, or what it encrypts: whole, or what stands for it. */
  @Nullable String opaque(@Nullable String value) {
    if (value == null) {
      return null;
    }
    if (hidesText() || value.length() > content.settings().maxImageLength()) {
      return ContentPolicy.MASK;
    }
    return Base64Text.isBase64(value) ? value : content.text(value);
  }

  /** JSON text as it may be recorded on its own. */
  @Nullable String arguments(@Nullable String json) {
    return content.rewriteJson(direction.arguments(), json);
  }

  /** JSON text that is said, not asked for. */
  @Nullable String json(@Nullable String json) {
    return content.rewriteJson(direction.text(), json);
  }
}
