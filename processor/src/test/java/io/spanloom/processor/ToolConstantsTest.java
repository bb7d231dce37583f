package io.spanloom.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.palantir.javapoet.CodeBlock;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Users compile against the constants of their tools, so what is there stays there. */
class ToolConstantsTest {

  private static final String TOOL =
      "/** Finds. */ @Tool String find(String title) { return title; }";

  private static final String USER =
      "class User { String all ="
          + " Shelf_Tools.FIND_NAME + Shelf_Tools.FIND_DESCRIPTION + Shelf_Tools.FIND_SCHEMA; }";

  static Stream<Arguments> additions() {
    return Stream.of(
        Arguments.of("another method", TOOL + "/** Lends. */ @Tool void lend(String title) {}"),
        Arguments.of("a method before", "/** Archives. */ @Tool void archive() {}" + TOOL),
        Arguments.of("a parameter", TOOL.replace("String title", "String title, int shelf")),
        Arguments.of("no parameter", TOOL.replace("String title", "").replace("title", "\"\"")),
        Arguments.of("an overload that is no tool", "void find() {}" + TOOL),
        Arguments.of("an overload that is a task", "@Task void find() {}" + TOOL),
        Arguments.of("an overload", TOOL + overload("int shelf")),
        Arguments.of("two overloads", TOOL + overload("int shelf") + overload("")),
        Arguments.of("overloads of one word", TOOL + overload("int[] s") + overload("int[][] s")),
        Arguments.of(
            "an overload of another name", TOOL + tool("find_by_shelf", "find(int shelf)")),
        Arguments.of("a tool of the same words", TOOL + tool("FIND", "other()")),
        Arguments.of("a tool named like a constant", TOOL + tool("find_schema", "other()")),
        Arguments.of(
            "a tool named like an aspect's constant", tool("find_execution", "a()") + TOOL));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("additions")
  void nothingElseRenamesThem(String name, String members) throws Exception {
    Compilation before = Compilations.compile("class Shelf { " + TOOL + " }", USER);
    Compilation after = Compilations.compile("class Shelf { " + members + " }", USER);

    assertThat(after.errors()).isEmpty();
    Map<String, String> kept = constants(before);
    Map<String, String> now = constants(after);
    assertThat(now).containsKeys(kept.keySet().toArray(String[]::new));
    assertThat(now.get("FIND_NAME")).isEqualTo("find");
    if (!name.contains("parameter")) {
      assertThat(now).containsAllEntriesOf(kept);
    }
  }

  /** A class may offer a tool in two forms. Whatever joins them, both are still there. */
  @ParameterizedTest
  @ValueSource(strings = {"int shelf, int row", "", "int[] shelf", "List<String> titles"})
  void overloadsKeepTheirSuffixes(String parameters) throws Exception {
    String two = TOOL + overload("int shelf");
    Map<String, String> before = constants(Compilations.compile("class Shelf { " + two + " }"));
    assertThat(before).containsKeys("FIND_SCHEMA", "FIND__INT_SCHEMA");

    String added = overload(parameters);
    for (String members :
        new String[] {two + added, added + two, TOOL + added + two.substring(TOOL.length())}) {
      Compilation after = Compilations.compile("class Shelf { " + members + " }");
      assertThat(constants(after)).containsKeys(before.keySet().toArray(String[]::new)).hasSize(9);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "findBook, FIND_BOOK",
    "find_book, FIND_BOOK",
    "find-book, FIND_BOOK",
    "find.book, FIND_BOOK",
    "FindBook, FIND_BOOK",
    "FIND_BOOK, FIND_BOOK",
    "_find__book_, FIND_BOOK",
    "readPDFFile, READ_PDF_FILE",
    "md5Hash, MD5_HASH",
    "utf8, UTF8",
    "2fa, _2FA",
    "größe, GRÖSSE",
    "--, TOOL",
  })
  void aToolsNameIsTheirs(String tool, String constant) throws Exception {
    Compilation compilation = Compilations.compile("class Shelf { " + tool(tool, "run()") + " }");
    assertThat(constants(compilation))
        .containsOnlyKeys(constant + "_NAME", constant + "_DESCRIPTION", constant + "_SCHEMA")
        .containsEntry(constant + "_NAME", tool);
  }

  @Test
  void toolsOfTheSameWordsAreDistinguishedByTheirMethods() throws Exception {
    Compilation compilation =
        Compilations.compile(
            "class Shelf { %s %s %s }"
                .formatted(
                    tool("find-book", "first()"),
                    tool("find_book", "second()"),
                    tool("findBook", "second(int shelf)")));
    assertThat(constants(compilation))
        .containsEntry("FIND_BOOK_NAME", "find-book")
        .containsEntry("FIND_BOOK__SECOND_NAME", "find_book")
        .containsEntry("FIND_BOOK__INT_NAME", "findBook");
  }

  /** JSON, and what text blocks strip, escape or end with. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "short",
        "one \" quote, where the text is longer than the line of the name",
        "three \"\"\" and more \"\"\"\"\"\"\" quotes, and one that is the last \"",
        "  blanks at both ends, and where lines break                                          .  ",
        "a backslash \\, a dollar $L, an escape \\n, and no character of unicode \\u0041 \\\\u0042",
        "line\nline\r\nline\ttab, bell \u0007, delete \u007f, \u0085 and nul \0 and a digit \0001",
        "\ud83d\ude80\ud83d\ude80\ud83d\ude80\ud83d\ude80\ud83d\ude80\ud83d\ude80\ud83d\ude80\ud83d\ude80\ud83d\ude80\ud83d\ude80\ud83d\ude80\ud83d\ude80\ud83d\ude80\ud83d\ude80\ud83d\ude80\ud83d\ude80\ud83d\ude80\ud83d\ude80\ud83d\ude80\ud83d\ude80\ud83d\ude80\ud83d\ude80\ud83d\ude80\ud83d\ude80\ud83d\ude80\ud83d\ude80\ud83d\ude80\ud83d\ude80\ud83d\ude80\ud83d\ude80\ud83d\ude80\ud83d\ude80\ud83d\ude80\ud83d\ude80\ud83d\ude80\ud83d\ude80\ud83d\ude80\ud83d\ude80\ud83d\ude80\ud83d\ude80\ud83d\ude80\ud83d\ude80\ud83d\ude80\ud83d\ude80\ud83d\ude80\ud83d\ude80\ud83d\ude80\ud83d\ude80\ud83d\ude80\ud83d\ude80\ud83d\ude80\ud83d\ude80\ud83d\ude80\ud83d\ude80\ud83d\ude80\ud83d\ude80\ud83d\ude80\ud83d\ude80\ud83d\ude80\ud83d\ude80",
        "{\"open\": [{{{ never closed, \"quoted, and broken, somewhere, in the middle, of it, all",
      })
  void theirValuesAreExact(String text) throws Exception {
    Compilation compilation =
        Compilations.compile(
            "class Shelf { @Tool(value = \"run\", description = %s) void run() {} }"
                .formatted(CodeBlock.of("$S", text)));
    assertThat(constants(compilation)).containsEntry("RUN_DESCRIPTION", text);
    LineLengthTest.assertShortLines(compilation);
  }

  /** A class file's constants have at most 65,535 bytes, on aspects of other methods too. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "@Tool void run() {}",
        "@Tool void run(@Attribute(key = GenAi.TOOL_NAME) String name) {}"
      })
  void aDescriptionMayBeLongerThanAConstant(String method) {
    String javadoc = "/** %s. */".formatted("wörd ".repeat(14_000).strip());
    Compilation compilation = Compilations.compile("class Shelf { " + javadoc + method + " }");
    assertThat(compilation.errors()).isEmpty();
    LineLengthTest.assertShortLines(compilation);
  }

  private static String overload(String parameters) {
    return "/** Finds otherwise. */ @Tool @SuppressWarnings(\"DuplicateTool\") void find(%s) {}"
        .formatted(parameters);
  }

  private static String tool(String name, String method) {
    return "/** Runs. */ @Tool(\"%s\") void %s {}".formatted(name, method);
  }

  private static Map<String, String> constants(Compilation compilation) throws Exception {
    return CompiledConstants.of(compilation, "acme.Shelf_Tools");
  }
}
