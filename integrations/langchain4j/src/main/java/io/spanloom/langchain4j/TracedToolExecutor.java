package io.spanloom.langchain4j;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.service.tool.ToolExecutor;
import io.opentelemetry.context.Scope;
import io.spanloom.SpanCall;
import io.spanloom.Spans;
import io.spanloom.StartedSpan;
import io.spanloom.ToolCalls;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * Executes a tool in a span with the id of the request. A tool whose method is woven opens its span
 * itself, and is only given the id.
 *
 * <p>A proxy, because executors get more methods from version to version.
 */
@SuppressWarnings("try") // a scope is only there to be closed
final class TracedToolExecutor implements InvocationHandler {

  /** What LangChain4j throws before it calls a tool's method. */
  private static final String ARGUMENTS_EXCEPTION = "ToolArgumentsException";

  private final @Nullable String description;
  private final Object executor; // a ToolExecutor, which is in a module that may be missing
  private final boolean woven;

  private TracedToolExecutor(@Nullable String description, Object executor) {
    this.description = description;
    this.executor = executor;
    this.woven = WovenTools.isWoven(executor);
  }

  static ToolExecutor of(@Nullable String description, ToolExecutor executor) {
    return StandIns.is(executor, TracedToolExecutor.class)
        ? executor
        : StandIns.of(ToolExecutor.class, new TracedToolExecutor(description, executor));
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    if (method.getDeclaringClass() == Object.class) {
      return Forwarding.objectMethod(proxy, executor, method, arguments);
    }
    if (arguments != null && arguments[0] instanceof ToolExecutionRequest request) {
      return woven ? executeWoven(request, method, arguments) : execute(request, method, arguments);
    }
    return Forwarding.invoke(executor, method, arguments);
  }

  private @Nullable Object execute(ToolExecutionRequest request, Method method, Object[] arguments)
      throws Throwable {
    StartedSpan span = call(request).start();
    Object result;
    try (Scope ignored = span.makeCurrent()) {
      result = Forwarding.invoke(executor, method, arguments);
    } catch (Throwable thrown) {
      span.fail(thrown);
      throw thrown;
    }
    ToolResults.end(span, result);
    return result;
  }

  /** The method's own span knows more; there is none if the arguments do not fit the method. */
  private @Nullable Object executeWoven(
      ToolExecutionRequest request, Method method, Object[] arguments) throws Throwable {
    try (Scope ignored = ToolCalls.scope(request.id())) {
      return Forwarding.invoke(executor, method, arguments);
    } catch (Throwable thrown) {
      if (thrown.getClass().getSimpleName().equals(ARGUMENTS_EXCEPTION)) {
        call(request).start().fail(thrown);
      }
      throw thrown;
    }
  }

  private SpanCall call(ToolExecutionRequest request) {
    return Spans.tool(request.name())
        .callId(request.id())
        .arguments(request.arguments())
        .description(description);
  }
}
