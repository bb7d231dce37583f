package io.spanloom.sdk;

import static io.opentelemetry.api.common.AttributeKey.doubleKey;
import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.spanloom.annotations.GenAi;
import io.spanloom.annotations.OpenInference;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One span of a printed tree, with the lines that tell its content.
 *
 * @param prefix the branches drawn before the name
 * @param below the branches drawn before what is printed below the span
 * @param span the span
 */
record SpanLine(String prefix, String below, SpanData span) {

  private static final int DURATION_WIDTH = 9;
  private static final double NANOS_PER_MILLI = 1e6;

  int labelWidth() {
    return prefix.length() + span.getName().length();
  }

  String render(int width) {
    StringBuilder line = new StringBuilder(prefix).append(span.getName());
    line.append(" ".repeat(width - labelWidth() + 2));
    line.append(String.format(Locale.ROOT, "%" + DURATION_WIDTH + "s", duration()));
    tokens(line);
    cost(line);
    String callId = first(GenAi.TOOL_CALL_ID, OpenInference.TOOL_ID);
    if (callId != null) {
      line.append("  ").append(callId);
    }
    if (span.getStatus().getStatusCode() == StatusCode.ERROR) {
      error(line);
    }
    line.setLength(line.toString().stripTrailing().length());
    for (String content : ContentLines.of(span)) {
      line.append('\n').append(below).append(content);
    }
    return line.toString();
  }

  /** What went wrong and, where the exception says more than that, its message. */
  private void error(StringBuilder line) {
    String type = span.getAttributes().get(stringKey("error.type"));
    String message = span.getStatus().getDescription();
    line.append("  ERROR");
    if (type != null) {
      line.append(' ').append(type);
    }
    if (!message.equals(type)) {
      line.append(type == null ? " " : ": ").append(message);
    }
  }

  private String duration() {
    double millis = (span.getEndEpochNanos() - span.getStartEpochNanos()) / NANOS_PER_MILLI;
    return millis < 1000
        ? String.format(Locale.ROOT, "%.1f ms", millis)
        : String.format(Locale.ROOT, "%.2f s", millis / 1000);
  }

  private void tokens(StringBuilder line) {
    Long input = count(GenAi.USAGE_INPUT_TOKENS, OpenInference.LLM_TOKEN_COUNT_PROMPT);
    Long output = count(GenAi.USAGE_OUTPUT_TOKENS, OpenInference.LLM_TOKEN_COUNT_COMPLETION);
    if (input == null && output == null) {
      input = span.getAttributes().get(longKey("spanloom.total.input_tokens"));
      output = span.getAttributes().get(longKey("spanloom.total.output_tokens"));
    }
    if (input != null && output != null) {
      line.append("  ").append(input).append(" in, ").append(output).append(" out");
      detail(line, "cached", GenAi.USAGE_CACHE_READ_INPUT_TOKENS);
      detail(line, "reasoning", GenAi.USAGE_REASONING_OUTPUT_TOKENS);
    }
  }

  private void detail(StringBuilder line, String label, String key) {
    Long tokens = span.getAttributes().get(longKey(key));
    if (tokens != null && tokens > 0) {
      line.append(", ").append(tokens).append(' ').append(label);
    }
  }

  private void cost(StringBuilder line) {
    Double cost = span.getAttributes().get(doubleKey("llm.cost.total"));
    if (cost == null) {
      cost = span.getAttributes().get(doubleKey("spanloom.cost.total"));
    }
    if (cost == null) {
      cost = span.getAttributes().get(doubleKey("spanloom.total.cost"));
    }
    if (cost != null) {
      line.append(String.format(Locale.ROOT, "  $%.6f", cost));
    }
  }

  private @Nullable Long count(String key, String otherKey) {
    Long count = span.getAttributes().get(longKey(key));
    return count != null ? count : span.getAttributes().get(longKey(otherKey));
  }

  private @Nullable String first(String key, String otherKey) {
    AttributeKey<String> one = stringKey(key);
    String value = span.getAttributes().get(one);
    return value != null ? value : span.getAttributes().get(stringKey(otherKey));
  }
}
