package io.spanloom.processor.write;

import io.spanloom.annotations.GenAi;
import io.spanloom.processor.model.Option;
import io.spanloom.processor.model.SpanDefinition;
import io.spanloom.processor.model.SpanRole;

/** What a span will be called, as far as the compiler can tell; the rest stands in braces. */
final class SpanNames {

  private SpanNames() {}

  static String nameOf(SpanDefinition span) {
    return switch (span.role()) {
      case TASK ->
          taskKindOf(span).equals("PLAN") ? "plan " + placeholder(GenAi.AGENT_NAME) : span.name();
      case GUARDRAIL -> "guardrail " + span.name();
      case EVALUATION -> "evaluation " + span.name();
      case RERANK -> "rerank " + target(span, span.option(Option.MODEL));
      case LLM, EMBEDDING -> operationOf(span) + " " + target(span, span.option(Option.MODEL));
      case RETRIEVAL -> operationOf(span) + " " + target(span, span.option(Option.DATA_SOURCE));
      case WORKFLOW, AGENT, TOOL -> operationOf(span) + " " + target(span, span.name());
    };
  }

  /** The value of {@code gen_ai.operation.name}; empty for none. */
  static String operationOf(SpanDefinition span) {
    if (taskKindOf(span).equals("PLAN")) {
      return "plan";
    }
    String written = span.option(Option.OPERATION);
    return written.isEmpty() ? span.role().operation() : written;
  }

  /** The kind of a task; empty for other spans. */
  static String taskKindOf(SpanDefinition span) {
    if (span.role() != SpanRole.TASK) {
      return "";
    }
    String written = span.option(Option.TASK_KIND);
    return written.isEmpty() ? "REASONING" : written;
  }

  private static String target(SpanDefinition span, String fixed) {
    String key = span.role().nameKey();
    return fixed.isEmpty() || span.sets(key) ? placeholder(key) : fixed;
  }

  private static String placeholder(String key) {
    return "{" + key + "}";
  }
}
