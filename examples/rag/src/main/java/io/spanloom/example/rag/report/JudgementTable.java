package io.spanloom.example.rag.report;

import static io.opentelemetry.api.common.AttributeKey.doubleKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.spanloom.annotations.GenAi;
import io.spanloom.annotations.OpenInference;
import java.util.Collection;
import java.util.Locale;

/** What judges said, and of which trace. */
public final class JudgementTable {

  private static final AttributeKey<String> NAME = stringKey(GenAi.EVALUATION_NAME);
  private static final AttributeKey<Double> SCORE = doubleKey(GenAi.EVALUATION_SCORE_VALUE);
  private static final AttributeKey<String> LABEL = stringKey(GenAi.EVALUATION_SCORE_LABEL);
  private static final AttributeKey<String> PROMPT =
      stringKey(OpenInference.LLM_PROMPT_TEMPLATE_VERSION);

  private JudgementTable() {}

  /** The table, one line per judgement. */
  public static String render(Collection<SpanData> spans) {
    StringBuilder table = new StringBuilder();
    for (SpanData span : spans) {
      Attributes attributes = span.getAttributes();
      Double score = attributes.get(SCORE);
      if (score != null) {
        table.append(
            String.format(
                Locale.ROOT,
                "%-14s %.2f %-14s prompt %s, trace %s%n",
                attributes.get(NAME),
                score,
                attributes.get(LABEL),
                attributes.get(PROMPT),
                span.getTraceId()));
      }
    }
    return table.isEmpty() ? "No answer was judged: see RAG_JUDGE_RATIO.\n" : table.toString();
  }
}
