package io.spanloom.quarkus;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.invocation.InvocationContext;
import dev.langchain4j.service.tool.ToolExecutionResult;
import io.opentelemetry.context.Scope;
import io.quarkiverse.langchain4j.runtime.tool.QuarkusToolExecutor;
import io.spanloom.Spans;
import io.spanloom.StartedSpan;
import io.spanloom.langchain4j.ToolResults;
import jakarta.inject.Singleton;
import java.util.function.BiFunction;

/**
 * Traces the tools that LangChain4j's Quarkus extension executes, with the id of the model's
 * request. A woven method shares the span.
 */
@Singleton
public class TracedTools implements QuarkusToolExecutor.Wrapper {

  @Override
  @SuppressWarnings("try") // a scope is only there to be closed
  public ToolExecutionResult wrap(
      ToolExecutionRequest request,
      InvocationContext context,
      BiFunction<ToolExecutionRequest, InvocationContext, ToolExecutionResult> execution,
      QuarkusToolExecutor executor) {
    StartedSpan span =
        Spans.toolExecution(request.name())
            .callId(request.id())
            .arguments(request.arguments())
            .start();
    ToolExecutionResult result;
    try (Scope ignored = span.makeCurrent()) {
      result = execution.apply(request, context);
    } catch (Throwable thrown) {
      span.fail(thrown);
      throw thrown;
    }
    ToolResults.end(span, result);
    return result;
  }
}
