package io.spanloom.processor.write;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lays generated source out as a person would where JavaPoet has one way for all cases. */
final class SourceLayout {

  private static final int WIDTH = 100;
  private static final Pattern TRAILING_BLANKS = Pattern.compile("(?m)[ \\t]+$");
  private static final Pattern ONE_LINE_COMMENT =
      Pattern.compile("(?m)^( *)/\\*\\*\\R *\\* (.*)\\R *\\*/$");
  private static final Pattern ANNOTATION =
      Pattern.compile("(?m)^( *@\\w+)\\(\\R((?: +\\w+ = .*\\R)+) *\\)$");

  private static final Pattern BETWEEN_MEMBERS = Pattern.compile(",\\R +");
  private static final Pattern LAST_LINE = Pattern.compile("\\R *\\)$");

  private SourceLayout() {}

  static String tidy(String source) {
    String text = TRAILING_BLANKS.matcher(source).replaceAll("");
    text = ONE_LINE_COMMENT.matcher(text).replaceAll(SourceLayout::comment);
    return LineBreaks.in(ANNOTATION.matcher(text).replaceAll(SourceLayout::annotation));
  }

  private static String comment(MatchResult match) {
    String line = match.group(1) + "/** " + match.group(2) + " */";
    return Matcher.quoteReplacement(line.length() <= WIDTH ? line : match.group());
  }

  /** On one line where it fits, else a line for each member. */
  private static String annotation(MatchResult match) {
    String members = BETWEEN_MEMBERS.matcher(match.group(2).strip()).replaceAll(", ");
    String line = match.group(1) + "(" + members + ")";
    return Matcher.quoteReplacement(
        line.length() <= WIDTH ? line : LAST_LINE.matcher(match.group()).replaceFirst(")"));
  }
}
