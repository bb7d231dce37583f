package io.spanloom.example.legal.tool;

import io.spanloom.annotations.Tool;
import java.util.List;

/**
 * Formats the memo.
 *
 * <p>Its traced method has no parameter for the call's identifier: the runtime takes it from the
 * calls that the model's response left pending in the session.
 */
public final class DocumentFormatter implements ResearchTool {

  @Override
  public ToolDescription description() {
    return ToolDescription.of(
        DocumentFormatter_Tools.DOCUMENT_FORMATTER_NAME,
        DocumentFormatter_Tools.DOCUMENT_FORMATTER_DESCRIPTION,
        DocumentFormatter_Tools.DOCUMENT_FORMATTER_SCHEMA);
  }

  @Override
  public Document call(String callId, ToolArguments arguments) throws ToolException {
    return new Document(
        format(
            arguments.text("title"),
            arguments.text("question"),
            arguments.text("summary"),
            arguments.texts("authorities"),
            arguments.texts("caveats")));
  }

  /**
   * Formats a research memo in Markdown.
   *
   * @param title the title, a few words
   * @param question the question that was asked
   * @param summary the answer
   * @param authorities one line for each authority relied on, citation included
   * @param caveats one line for each thing the reader must know, may be empty
   */
  @Tool("document_formatter")
  private String format(
      String title,
      String question,
      String summary,
      List<String> authorities,
      List<String> caveats) {
    StringBuilder memo = new StringBuilder();
    memo.append("# ").append(title).append("\n\n");
    memo.append("**Question.** ").append(question).append("\n\n");
    memo.append("**Answer.** ").append(summary).append('\n');
    appendList(memo, "Authorities", authorities);
    appendList(memo, "Caveats", caveats);
    return memo.toString();
  }

  private static void appendList(StringBuilder memo, String heading, List<String> lines) {
    if (lines.isEmpty()) {
      return;
    }
    memo.append("\n## ").append(heading).append("\n\n");
    lines.forEach(line -> memo.append("- ").append(line).append('\n'));
  }

  /** The result as the model sees it. */
  record Document(String document) {}
}
