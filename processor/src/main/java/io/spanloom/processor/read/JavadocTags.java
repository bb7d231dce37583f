package io.spanloom.processor.read;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a Javadoc comment says of a parameter or record component, as plain text. */
final class JavadocTags {

  private static final Pattern PARAM =
      Pattern.compile("(?ms)^\\s*@param\\s+([\\w$]+)\\s+(.*?)(?=^\\s*@\\p{Alpha}|\\z)");

  private JavadocTags() {}

  /** The text of a parameter's {@code @param}; null where there is none. */
  static @Nullable String param(@Nullable String comment, String name) {
    if (comment == null) {
      return null;
    }
    Matcher tag = PARAM.matcher(comment);
    while (tag.find()) {
      if (tag.group(1).equals(name)) {
        String text = JavadocSummary.plain(tag.group(2));
        return text.isEmpty() ? null : text;
      }
    }
    return null;
  }
}
