package io.spanloom.example.rag.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownSplitterTest {

  @Test
  void cutsAtHeadingsAndRemembersThoseAbove() {
    List<Passage> passages =
        split(
            """
            # Guide
            First.
            ## Install
            Second.
            ### Gradle
            Third.
            ## `Use`
            Fourth.
            """);

    assertThat(passages)
        .extracting(Passage::heading)
        .containsExactly("Guide", "Guide > Install", "Guide > Install > Gradle", "Guide > \"Use\"");
    assertThat(passages)
        .extracting(Passage::text)
        .containsExactly("First.", "Second.", "Third.", "Fourth.");
    assertThat(passages.get(3).id()).isEqualTo("docs/guide.md#4");
    assertThat(passages.get(2).searchable()).contains("Gradle", "Third.");
  }

  @Test
  void aLongSectionIsCutBetweenParagraphs() {
    String paragraph = "word ".repeat(100).strip();

    assertThat(split("# A\n\n" + (paragraph + "\n\n").repeat(3)))
        .hasSize(3)
        .allSatisfy(it -> assertThat(it.text()).isEqualTo(paragraph));
  }

  @Test
  void aLongTableIsCutBetweenRowsAndKeepsItsColumns() {
    String table =
        "| name | meaning |\n|---|---|\n" + ("| n | " + "m".repeat(80) + " |\n").repeat(20);

    List<Passage> passages = split("# A\n\n" + table);

    assertThat(passages).hasSizeGreaterThan(1);
    assertThat(passages)
        .allSatisfy(it -> assertThat(it.text()).startsWith("| name | meaning |\n|---|---|\n| n |"));
  }

  @Test
  void codeIsNeverCut() {
    String code = "```java\n" + "int answer = 42;\n".repeat(100) + "```";

    assertThat(split("# A\n\nBefore.\n\n" + code + "\n\nAfter."))
        .extracting(Passage::text)
        .containsExactly("Before.", code, "After.");
  }

  private static List<Passage> split(String markdown) {
    return new MarkdownSplitter().split(new DocumentFile("docs/guide.md", markdown));
  }
}
