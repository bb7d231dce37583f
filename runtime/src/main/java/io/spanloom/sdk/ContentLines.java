package io.spanloom.sdk;

import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.opentelemetry.sdk.trace.data.SpanData;
import io.spanloom.annotations.GenAi;
import io.spanloom.annotations.OpenInference;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A span's content, as a few short lines to print below it. */
final class ContentLines {

  private static final int WIDTH = 96;
  private static final int MAX_CALLS = 4;
  private static final String CALL = "llm.output_messages.0.message.tool_calls.%d.tool_call.";

  private ContentLines() {}

  /** The lines; none where no content was recorded. */
  static List<String> of(SpanData span) {
    List<String> lines = new ArrayList<>(2);
    add(lines, "in   ", first(span, OpenInference.INPUT_VALUE, GenAi.TOOL_CALL_ARGUMENTS));
    add(lines, "out  ", first(span, OpenInference.OUTPUT_VALUE, GenAi.TOOL_CALL_RESULT));
    for (int i = 0; i < MAX_CALLS; i++) {
      String call = CALL.formatted(i);
      String arguments = text(span, call + "function.arguments");
      if (arguments != null) {
        add(lines, "call ", text(span, call + "function.name") + " " + arguments);
      }
    }
    return lines;
  }

  private static void add(List<String> lines, String label, @Nullable String content) {
    if (content != null && !content.isBlank()) {
      lines.add(label + shortened(content));
    }
  }

  /** On one line, with an ellipsis where it was cut; never half a character. */
  private static String shortened(String content) {
    String head = content.substring(0, Math.min(content.length(), 4 * WIDTH));
    String line = head.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    if (line.length() <= WIDTH && head.length() == content.length()) {
      return line;
    }
    int end = Math.min(line.length(), WIDTH - 1);
    return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end) + "…";
  }

  private static @Nullable String first(SpanData span, String key, String otherKey) {
    String value = text(span, key);
    return value != null ? value : text(span, otherKey);
  }

  private static @Nullable String text(SpanData span, String key) {
    return span.getAttributes().get(stringKey(key));
  }
}
