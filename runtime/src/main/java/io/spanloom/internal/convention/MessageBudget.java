package io.spanloom.internal.convention;

import io.spanloom.internal.content.Base64Text;
import io.spanloom.internal.content.ContentPolicy;
import io.spanloom.internal.content.RawJson;
import io.spanloom.llm.LlmPart;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Shares the bound of a value out among the texts of messages: short ones stay whole, long ones are
 * cut alike, and ids, names and roles are kept, so that no text costs a tool call its id.
 *
 * <p>All is counted first, then the texts are fitted.
 */
final class MessageBudget {

  /** More than the punctuation and member names of a message or part take. */
  static final int STRUCTURE = 64;

  private static final int[] NONE = {};

  private final ContentPolicy content;
  private long budget;
  private int[] lengths = NONE;
  private int texts;
  private long textLength;
  private int limit = -1;
  private long dataRoom = -1;

  MessageBudget(ContentPolicy content) {
    this.content = content;
    this.budget = content.settings().maxLength();
  }

  /** Counts a message or a part of one. */
  void structure() {
    budget -= STRUCTURE;
  }

  /** Counts what is never cut. */
  void kept(@Nullable Object value) {
    budget -= value == null ? 0 : shown(value).length();
  }

  /** Counts what may be cut. */
  void text(@Nullable Object value) {
    if (value == null) {
      return;
    }
    if (texts == lengths.length) {
      lengths = Arrays.copyOf(lengths, Math.max(16, 2 * texts));
    }
    int length = shown(value).length();
    lengths[texts++] = length;
    textLength += length;
  }

  /** Whether texts leave room for data of that length, which it then takes. */
  boolean takesData(long length) {
    if (dataRoom < 0) {
      dataRoom = Math.max(0, budget - textLength);
    }
    boolean fits = length <= dataRoom;
    dataRoom -= fits ? length : 0;
    return fits;
  }

  /** A text as long as it may be. */
  @Nullable Object fitted(@Nullable Object value) {
    if (limit < 0) {
      limit = limit();
    }
    return value == null || shown(value).length() <= limit ? value : head(redacted(value), limit);
  }

  /** What each text may have; what short ones leave over goes to the others. */
  private int limit() {
    long left = Math.max(0, budget);
    if (textLength <= left) {
      return Integer.MAX_VALUE;
    }
    Arrays.sort(lengths, 0, texts);
    for (int i = 0; i < texts; i++) {
      long share = left / (texts - i);
      if (lengths[i] > share) {
        return (int) share;
      }
      left -= lengths[i];
    }
    return Integer.MAX_VALUE;
  }

  /** Redacted before it is cut: half a secret is not recognised as one. */
  private @Nullable String redacted(Object value) {
    return value instanceof RawJson json ? content.json(json) : content.text(shown(value));
  }

  private static String shown(Object value) {
    return value instanceof RawJson json ? json.text() : value.toString();
  }

  /** Data as it is written; what only claims to be data is a text. */
  static Object data(LlmPart.Blob blob) {
    String data = blob.base64().get();
    return Base64Text.isBase64(data) ? new Base64Text(data) : data;
  }

  /** The text's start, never half a character. */
  static String head(@Nullable String text, int limit) {
    if (text == null || text.length() <= limit) {
      return text == null ? "" : text;
    }
    boolean splits = limit > 0 && Character.isHighSurrogate(text.charAt(limit - 1));
    return text.substring(0, splits ? limit - 1 : limit);
  }
}
