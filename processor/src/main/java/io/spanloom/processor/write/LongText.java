package io.spanloom.processor.write;

import com.palantir.javapoet.CodeBlock;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes a text of any length as an expression whose lines fit a screen. */
final class LongText {

  /** What fits on the line of the name. */
  private static final int SHORT = 30;

  /** What fits on a line of its own. */
  private static final int LINE = 80;

  /** How many bytes a class file's constant can have. */
  private static final int LARGEST_CONSTANT = 65_535;

  /** In the encoding of class files no character takes more bytes. */
  private static final int CONSTANT_CHARACTERS = LARGEST_CONSTANT / 3;

  private LongText() {}

  /** A constant, unless the text is too long for one. */
  static CodeBlock of(String text) {
    if (text.length() <= CONSTANT_CHARACTERS || isConstant(text)) {
      return constant(text);
    }
    CodeBlock.Builder code = CodeBlock.builder().add("$>$>\nString.join($>$>\n$S", "");
    for (String part : parts(text)) {
      code.add(",\n$L", TextBlock.of(part));
    }
    return code.add(")$<$<$<$<").build();
  }

  private static boolean isConstant(String text) {
    // Zero takes two bytes in a class file, and a character beyond 16 bits six for four.
    long exceptions = text.chars().filter(c -> c == 0 || Character.isSurrogate((char) c)).count();
    return text.getBytes(StandardCharsets.UTF_8).length + exceptions <= LARGEST_CONSTANT;
  }

  private static CodeBlock constant(String text) {
    if (text.length() <= SHORT) {
      return CodeBlock.of("$S", text);
    }
    boolean literal = text.length() <= LINE && text.chars().noneMatch(LongText::needsEscape);
    return literal
        ? CodeBlock.of("$>$>\n$S$<$<", text)
        : CodeBlock.of("$>$>\n$L$<$<", TextBlock.of(text));
  }

  private static boolean needsEscape(int c) {
    return c == '"' || c == '\\' || Character.isISOControl(c);
  }

  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    while (text.length() - start > CONSTANT_CHARACTERS) {
      int limit = start + CONSTANT_CHARACTERS;
      int end = Character.isLowSurrogate(text.charAt(limit)) ? limit - 1 : limit;
      parts.add(text.substring(start, end));
      start = end;
    }
    parts.add(text.substring(start));
    return parts;
  }
}
