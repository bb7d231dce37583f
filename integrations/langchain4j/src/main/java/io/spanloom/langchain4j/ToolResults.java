package io.spanloom.langchain4j;

import dev.langchain4j.service.tool.ToolExecutionResult;
import io.spanloom.StartedSpan;
import org.jspecify.annotations.Nullable;

/**
 * Reads what tool executors return: text, or since 1.6 an object that may be an error. It is public
 * for frameworks that execute the tools of LangChain4j themselves.
 */
public final class ToolResults {

  private ToolResults() {}

  /** Ends a tool's span with its result; a result that is an error fails it. */
  public static void end(StartedSpan span, @Nullable Object result) {
    if (result == null || result instanceof String) { // all that older versions know
      span.end(result);
    } else {
      endWith(span, result);
    }
  }

  private static void endWith(StartedSpan span, Object result) {
    if (!(result instanceof ToolExecutionResult executed)) {
      span.end(result);
    } else if (executed.isError()) {
      span.fail(new ToolFailure(executed.resultText()));
    } else {
      span.end(executed.resultText());
    }
  }

  /** A failure that a tool returns to the model instead of throwing it. */
  private static final class ToolFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ToolFailure(@Nullable String message) {
      super(message, null, false, false);
    }
  }
}
