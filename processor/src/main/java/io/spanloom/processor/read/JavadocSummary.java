package io.spanloom.processor.read;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The first sentence of a Javadoc comment as plain text. */
final class JavadocSummary {

  private static final Pattern BLOCK_TAG = Pattern.compile("(?m)^\\s*@\\p{Alpha}");
  private static final Pattern PARAGRAPH_END =
      Pattern.compile("(?i)</?(p|ul|ol|dl|pre|table|h[1-6]|blockquote|div)\\b|\\R[ \\t]*\\R");
  private static final Pattern RETURN_TAG = Pattern.compile("\\{@return\\s+([^}]*)}");
  private static final Pattern LINK_TAG =
      Pattern.compile("\\{@(?:link|linkplain|see)\\s+([^\\s}]+)(?:\\s+([^}]*))?}");
  private static final Pattern TEXT_TAG =
      Pattern.compile("\\{@(?:code|literal|summary|index|value|systemProperty)\\s+([^}]*)}");
  private static final Pattern OTHER_TAG = Pattern.compile("\\{@[^}]*}");
  private static final Pattern MARKUP = Pattern.compile("</?\\p{Alpha}[^>]*>|<!--.*?-->");
  private static final Pattern SENTENCE_END =
      Pattern.compile("[.!?](?=\\s+[^\\p{Lower}\\s]|\\s*$)");
  private static final Map<String, String> ENTITIES =
      Map.of("&lt;", "<", "&gt;", ">", "&quot;", "\"", "&nbsp;", " ", "&#64;", "@");

  private JavadocSummary() {}

  /** The first sentence; null where the comment has none. */
  static @Nullable String of(@Nullable String comment) {
    if (comment == null) {
      return null;
    }
    String body = untilFirst(BLOCK_TAG, comment).strip().replaceFirst("^(?i:<p>\\s*)+", "");
    String text = untilFirst(PARAGRAPH_END, body);
    String sentence = firstSentence(plain(text));
    return sentence.isEmpty() ? null : sentence;
  }

  /** Javadoc without its markup, on one line. */
  static String plain(String javadoc) {
    String text = RETURN_TAG.matcher(javadoc).replaceAll("Returns $1.");
    text = LINK_TAG.matcher(text).replaceAll(JavadocSummary::linkText);
    text = TEXT_TAG.matcher(text).replaceAll("$1");
    text = OTHER_TAG.matcher(text).replaceAll("");
    text = MARKUP.matcher(text).replaceAll("");
    for (Map.Entry<String, String> entity : ENTITIES.entrySet()) {
      text = text.replace(entity.getKey(), entity.getValue());
    }
    return text.replace("&amp;", "&").replaceAll("\\s+", " ").strip();
  }

  private static String linkText(MatchResult link) {
    String label = link.group(2);
    String text =
        label == null || label.isBlank()
            ? link.group(1).replaceFirst("^#", "").replace('#', '.')
            : label;
    return Matcher.quoteReplacement(text);
  }

  private static String firstSentence(String text) {
    Matcher end = SENTENCE_END.matcher(text);
    return end.find() ? text.substring(0, end.end()) : text;
  }

  private static String untilFirst(Pattern end, String text) {
    Matcher matcher = end.matcher(text);
    return matcher.find() ? text.substring(0, matcher.start()) : text;
  }
}
