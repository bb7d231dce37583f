package io.spanloom.processor.validate;

import io.spanloom.annotations.GenAi;
import io.spanloom.annotations.OpenInference;
import io.spanloom.processor.model.SpanDefinition;
import io.spanloom.processor.model.SpanKind;
import io.spanloom.processor.report.DiagnosticCode;
import io.spanloom.processor.report.Finding;
import java.util.List;

/**
 * Tokens and cost of a model call are known only from its response. What an adapter of the user's
 * own may read is not looked into; what one of Spanloom's integrations would read, is.
 */
final class UsageRule implements Rule {

  private static final List<String> USAGE =
      List.of(
          GenAi.USAGE_INPUT_TOKENS,
          GenAi.USAGE_OUTPUT_TOKENS,
          OpenInference.LLM_TOKEN_COUNT_PROMPT,
          OpenInference.LLM_TOKEN_COUNT_COMPLETION,
          OpenInference.LLM_TOKEN_COUNT_TOTAL);

  @Override
  public List<Finding> check(SpanDefinition span) {
    String integration = span.missingIntegration();
    boolean told = USAGE.stream().anyMatch(span::sets);
    if (span.kind() != SpanKind.LLM || integration == null || told) {
      return List.of();
    }
    return List.of(
        new Finding(
            DiagnosticCode.LLM_CALL_WITHOUT_USAGE,
            span.annotations().get(0).origin(),
            "A model call's tokens and tool calls are read from its result.",
            "Nothing here reads what '%s' returns.".formatted(span.method().name()),
            "Add %s to the dependencies, or capture @Attribute(key = GenAi.USAGE_INPUT_TOKENS, path = …)."
                .formatted(integration)));
  }
}
