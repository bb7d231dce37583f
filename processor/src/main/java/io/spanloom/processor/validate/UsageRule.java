package io.spanloom.processor.validate;

import io.spanloom.annotations.GenAi;
import io.spanloom.annotations.OpenInference;
import io.spanloom.processor.model.SpanDefinition;
import io.spanloom.processor.model.UnreadResult;
import io.spanloom.processor.report.DiagnosticCode;
import io.spanloom.processor.report.Finding;
import java.util.List;

/**
 * Tokens and cost of a model call are known only from its response. What the method itself tells of
 * them, and adapters of the user's own that are found at run time, cannot be seen here.
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
    UnreadResult unread = span.unreadResult();
    boolean capturesUsage = USAGE.stream().anyMatch(span::sets);
    if (unread == null || capturesUsage) {
      return List.of();
    }
    if (unread.integration() == null && span.result().sensitive()) {
      return List.of(); // it is not to be read
    }
    return List.of(
        new Finding(
            DiagnosticCode.LLM_CALL_WITHOUT_USAGE,
            span.annotations().get(0).origin(),
            "A model call's tokens and tool calls are read from its result.",
            offender(span, unread),
            fix(unread)));
  }

  private static String offender(SpanDefinition span, UnreadResult unread) {
    String name = span.method().name();
    return unread.instead() == null
        ? "Nothing here reads what '%s' returns.".formatted(name)
        : "'%s' returns a stream of a class that nothing can stand in for, to read along."
            .formatted(name);
  }

  private static String fix(UnreadResult unread) {
    if (unread.instead() != null) {
      return "Declare the result %s, or a Stream where the caller closes it early."
          .formatted(unread.instead());
    }
    if (unread.integration() != null) {
      return "Add %s to the dependencies, or capture @Attribute(key = GenAi.USAGE_INPUT_TOKENS, path = …)."
          .formatted(unread.integration());
    }
    return "Return the model client's own response, or capture @Attribute(key ="
        + " GenAi.USAGE_INPUT_TOKENS, path = …); where the method tells of them itself"
        + " (Spans.current().usage(…)), or an LlmAdapter reads them, write"
        + " @SuppressWarnings(\"LlmCallWithoutUsage\").";
  }
}
