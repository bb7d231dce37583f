package io.spanloom.internal.toolcall;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a pending call. Most are short and never compared, since the program hands over
 * the call's id: short ones are kept as the model wrote them until somebody compares them, which
 * takes less time and memory than their digests. Of long ones only the digests are kept.
 */
final class AnnouncedArguments {

  private static final int MAX_TEXT = 512;

  /** Text nested deeper may be too deep to compare, which only reading it can tell. */
  private static final int MAX_NESTED = 32;

  private static final int OVERHEAD = 24;

  /** Either the text or its digests: threads that read the text at once make the same digests. */
  private volatile Object kept;

  private final int size;

  private AnnouncedArguments(Object kept, int size) {
    this.kept = kept;
    this.size = OVERHEAD + size;
  }

  /** The arguments as a model wrote them; {@code null} if not known or too many to compare. */
  static @Nullable AnnouncedArguments of(@Nullable String json) {
    if (json != null && isShort(json)) {
      int values = Math.max(1, count(json, ':'));
      return new AnnouncedArguments(json, RequestedArguments.maxSize(values));
    }
    RequestedArguments digests = RequestedArguments.of(json);
    return digests == null ? null : new AnnouncedArguments(digests, digests.size());
  }

  /** An object that is a text inside JSON may be nested in ways that its characters do not show. */
  private static boolean isShort(String json) {
    return json.length() <= MAX_TEXT
        && !json.startsWith("\"")
        && count(json, '{') + count(json, '[') <= MAX_NESTED;
  }

  private static int count(String text, char wanted) {
    int count = 0;
    for (int at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
      count++;
    }
    return count;
  }

  RequestedArguments digests() {
    Object found = kept;
    if (found instanceof RequestedArguments digests) {
      return digests;
    }
    RequestedArguments made = Objects.requireNonNull(RequestedArguments.of((String) found));
    kept = made;
    return made;
  }

  /** Whether the model asked for the very same. */
  boolean isSame(AnnouncedArguments other) {
    return kept.equals(other.kept) || digests().isSame(other.digests());
  }

  /** At least about how many bytes they take, before and after their digests are made. */
  int size() {
    return size;
  }
}
