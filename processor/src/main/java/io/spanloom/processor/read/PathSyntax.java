package io.spanloom.processor.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Splits a path such as {@code choices[0].message.content} into segments. */
final class PathSyntax {

  private static final Pattern NAMED =
      Pattern.compile("(?<name>\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*)(\\(\\))?");
  private static final Pattern INDEX = Pattern.compile("\\[(\\d{1,9})]");

  private PathSyntax() {}

  /** A part of a path. */
  sealed interface Segment {}

  /**
   * An accessor.
   *
   * @param call whether it is written with parentheses, and so means exactly that method
   */
  record Name(String name, boolean call) implements Segment {
    @Override
    public String toString() {
      return call ? name + "()" : name;
    }
  }

  /** An index. */
  record Index(int index) implements Segment {
    @Override
    public String toString() {
      return "[" + index + "]";
    }
  }

  /** The segments of a path; null if it is not one. The empty path has none. */
  static @Nullable List<Segment> parse(String path) {
    List<Segment> segments = new ArrayList<>();
    int position = 0;
    while (position < path.length()) {
      Matcher index = INDEX.matcher(path).region(position, path.length());
      if (index.lookingAt()) {
        segments.add(new Index(Integer.parseInt(index.group(1))));
        position = index.end();
        continue;
      }
      int start = startOfName(path, position);
      Matcher named = start < 0 ? null : NAMED.matcher(path).region(start, path.length());
      if (named == null || !named.lookingAt()) {
        return null;
      }
      segments.add(new Name(named.group("name"), named.group(2) != null));
      position = named.end();
    }
    return segments;
  }

  /** Names after the first follow a dot. */
  private static int startOfName(String path, int position) {
    if (position == 0) {
      return 0;
    }
    return path.charAt(position) == '.' ? position + 1 : -1;
  }
}
