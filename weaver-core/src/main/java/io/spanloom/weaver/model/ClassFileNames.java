package io.spanloom.weaver.model;

import java.util.Arrays;

/** Tells names of the class file format from other text. Models become file names and messages. */
final class ClassFileNames {

  private static final String PRIMITIVES = "BCDFIJSZ";

  private ClassFileNames() {}

  /** Whether a text is the binary name of a class: {@code com.acme.Outer$Inner}. */
  static boolean isClass(String text) {
    return Arrays.stream(text.split("\\.", -1)).allMatch(ClassFileNames::isIdentifier);
  }

  static boolean isIdentifier(String text) {
    return !text.isEmpty()
        && Character.isJavaIdentifierStart(text.codePointAt(0))
        && text.codePoints()
            .allMatch(
                c -> Character.isJavaIdentifierPart(c) && !Character.isIdentifierIgnorable(c));
  }

  /** Whether a text is the descriptor of a method: {@code (Ljava/lang/String;[I)V}. */
  static boolean isMethodDescriptor(String text) {
    if (!text.startsWith("(")) {
      return false;
    }
    int next = 1;
    while (next > 0 && next < text.length() && text.charAt(next) != ')') {
      next = endOfType(text, next);
    }
    if (next <= 0 || next >= text.length()) {
      return false;
    }
    String result = text.substring(next + 1);
    return result.equals("V") || endOfType(result, 0) == result.length();
  }

  /** The index after the type that starts at another one; -1 if none does. */
  private static int endOfType(String text, int start) {
    int first = start;
    while (first < text.length() && text.charAt(first) == '[') {
      first++;
    }
    if (first < text.length() && PRIMITIVES.indexOf(text.charAt(first)) >= 0) {
      return first + 1;
    }
    int end = text.indexOf(';', first);
    return end > 0
            && text.charAt(first) == 'L'
            && isClass(text.substring(first + 1, end).replace('/', '.'))
        ? end + 1
        : -1;
  }
}
