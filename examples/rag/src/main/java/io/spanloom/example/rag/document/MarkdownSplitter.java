package io.spanloom.example.rag.document;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;

/**
 * Cuts Markdown into passages: at headings, and between blocks where a section is long. Only a
 * block that is too long by itself, most often a table, is cut between its lines; code never is.
 */
final class MarkdownSplitter {

  /** The embedding model was trained on texts of some 250 tokens. */
  private static final int LONGEST = 900;

  private final Parser parser =
      Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS).build();
  private final TextContentRenderer plain = TextContentRenderer.builder().build();

  List<Passage> split(DocumentFile document) {
    List<String> lines = document.markdown().lines().toList();
    Section section = new Section(document.path());
    for (Node block = parser.parse(document.markdown()).getFirstChild();
        block != null;
        block = block.getNext()) {
      if (block instanceof Heading heading) {
        section.enter(heading.getLevel(), plain.render(heading).strip());
      } else {
        section.add(linesOf(block, lines), block instanceof FencedCodeBlock);
      }
    }
    section.end();
    return section.passages;
  }

  private static List<String> linesOf(Node block, List<String> lines) {
    return block.getSourceSpans().stream().map(SourceSpan::getLineIndex).map(lines::get).toList();
  }

  /** What names the columns is repeated where a table is cut. */
  private static boolean isTable(List<String> block) {
    return block.size() > 2 && block.get(1).matches("\\|[-|: ]+");
  }

  /** The passages so far, and the one that is being filled. */
  private static final class Section {

    private final String source;
    private final List<Passage> passages = new ArrayList<>();
    private final List<String> headings = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    Section(String source) {
      this.source = source;
    }

    void enter(int level, String title) {
      end();
      while (headings.size() >= level) {
        headings.remove(headings.size() - 1);
      }
      headings.add(title);
    }

    void add(List<String> block, boolean whole) {
      int length = block.stream().mapToInt(line -> line.length() + 1).sum();
      if (text.length() + length > LONGEST) {
        end();
      }
      List<String> head = isTable(block) ? block.subList(0, 2) : List.of();
      for (String line : block) {
        if (!whole && text.length() + line.length() > LONGEST) {
          end();
          head.forEach(this::add);
        }
        add(line);
      }
      add("");
    }

    private void add(String line) {
      text.append(line).append('\n');
    }

    void end() {
      String passage = text.toString().strip();
      text.setLength(0);
      if (!passage.isEmpty()) {
        String id = source + "#" + (passages.size() + 1);
        passages.add(new Passage(id, source, String.join(" > ", headings), passage));
      }
    }
  }
}
