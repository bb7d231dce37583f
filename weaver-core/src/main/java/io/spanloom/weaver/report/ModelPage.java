package io.spanloom.weaver.report;

import io.spanloom.weaver.model.JsonText;
import io.spanloom.weaver.page.HtmlPage;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** The report for people, to look at: {@code index.html}. */
final class ModelPage {

  private ModelPage() {}

  static String render(ModuleReport report) {
    StringWriter page = new StringWriter();
    try {
      HtmlPage.titled("Spans of " + report.artifactId())
          .style("model.css")
          .script("model-data.js")
          .script("model-tree.js")
          .script("model-details.js")
          .script("model.js")
          .bodyFrom("model.html")
          .data("model", JsonText.pretty(ModelJson.of(report)))
          .writeTo(page);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return page.toString();
  }
}
