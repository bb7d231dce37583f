package io.spanloom.processor.write;

import com.palantir.javapoet.CodeBlock;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes a text of any length as an expression whose lines fit a screen. */
final class LongText {

  private static final int LINE = 80;

  /** What fits on the line of the name. */
  private static final int SHORT = 30;

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
    List<CodeBlock> parts =
        pieces(text, CONSTANT_CHARACTERS).stream().map(LongText::constant).toList();
    return CodeBlock.of("String.join($S, $L)", "", CodeBlock.join(parts, ", "));
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
    List<String> lines = pieces(text, LINE);
    CodeBlock.Builder code = CodeBlock.builder().add("$>$>");
    for (int i = 0; i < lines.size(); i++) {
      code.add(i == 0 ? "\n$S$>$>" : "\n+ $S", lines.get(i));
    }
    return code.add("$<$<$<$<").build();
  }

  /** Pieces that end after a comma or a blank where they can, and never within a character. */
  private static List<String> pieces(String text, int longest) {
    List<String> pieces = new ArrayList<>();
    int start = 0;
    while (text.length() - start > longest) {
      int end = breakBefore(text, start, start + longest);
      pieces.add(text.substring(start, end));
      start = end;
    }
    pieces.add(text.substring(start));
    return pieces;
  }

  private static int breakBefore(String text, int start, int limit) {
    for (int end = limit; end > start + (limit - start) / 2; end--) {
      char last = text.charAt(end - 1);
      if (last == ',' || last == ' ') {
        return end;
      }
    }
    return Character.isLowSurrogate(text.charAt(limit)) ? limit - 1 : limit;
  }
}
