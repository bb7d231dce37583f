package io.spanloom.weaver.view;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.spanloom.weaver.page.HtmlPage;
import io.spanloom.weaver.trace.Trace;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The page and its data.
 *
 * <p>The data is in blocks that the page reads when it needs them: one with all traces, one with
 * the rows of each trace, and blocks of {@value #DETAILS} spans with what is shown of a span when
 * it is selected. So a file of 50,000 spans opens without reading all their attributes.
 */
final class TracePage {

  static final int DETAILS = 500;

  private static final JsonFactory JSON = new JsonFactory();

  private final String title;
  private final List<Trace> traces;
  private final List<String> notes;

  TracePage(String title, List<Trace> traces, List<String> notes) {
    this.title = title;
    this.traces = traces;
    this.notes = notes;
  }

  void writeTo(Writer out) throws IOException {
    HtmlPage page =
        HtmlPage.titled(title + " · Spanloom")
            .style("trace.css")
            .bodyFrom("trace.html")
            .script("trace-text.js")
            .script("trace-messages.js")
            .script("trace-details.js")
            .script("trace-list.js")
            .script("trace-rows.js")
            .script("trace-waterfall.js")
            .script("trace.js")
            .data("summary", json(this::summary));
    for (int index = 0; index < traces.size(); index++) {
      addTrace(page, index, traces.get(index));
    }
    page.writeTo(out);
  }

  private static void addTrace(HtmlPage page, int index, Trace trace) throws IOException {
    Map<Map<String, Object>, Integer> resources = new LinkedHashMap<>();
    trace.rows().forEach(row -> resources.putIfAbsent(row.span().resource(), resources.size()));
    page.data("rows-" + index, json(out -> rows(out, trace, new ArrayList<>(resources.keySet()))));
    for (int from = 0; from < trace.rows().size(); from += DETAILS) {
      List<Trace.Row> rows =
          trace.rows().subList(from, Math.min(from + DETAILS, trace.rows().size()));
      page.data(
          "details-" + index + "-" + from / DETAILS,
          json(out -> SpanJson.details(out, rows, resources)));
    }
  }

  private void summary(JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("title", title);
    out.writeNumberField("detailsPerBlock", DETAILS);
    out.writeArrayFieldStart("notes");
    for (String note : notes) {
      out.writeString(note);
    }
    out.writeEndArray();
    out.writeArrayFieldStart("traces");
    for (Trace trace : traces) {
      SpanJson.summary(out, trace);
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private static void rows(JsonGenerator out, Trace trace, List<Map<String, Object>> resources)
      throws IOException {
    out.writeStartObject();
    out.writeFieldName("resources");
    SpanJson.value(out, resources);
    out.writeArrayFieldStart("times");
    for (var time : trace.times()) {
      SpanJson.time(out, time);
    }
    out.writeEndArray();
    out.writeArrayFieldStart("rows");
    for (Trace.Row row : trace.rows()) {
      SpanJson.row(out, row, trace.start());
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private interface Content {
    void writeTo(JsonGenerator out) throws IOException;
  }

  private static String json(Content content) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = JSON.createGenerator(text)) {
      content.writeTo(out);
    }
    return text.toString();
  }
}
