package io.spanloom.internal.toolcall;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A tool that a framework executes in a span of its own. The annotated method that does the work
 * has no second span; it happens once.
 */
public final class ToolExecution {

  private static final ContextKey<ToolExecution> KEY = ContextKey.named("spanloom-tool-execution");

  private final String tool;
  private final Span span;
  private final AtomicBoolean joined = new AtomicBoolean();

  private ToolExecution(String tool, Span span) {
    this.tool = tool;
    this.span = span;
  }

  /** The context in which a method of that tool does the work of the span. */
  public static Context storeIn(Context context, String tool, Span span) {
    return context.with(KEY, new ToolExecution(tool, span));
  }

  /**
   * The span whose work is done by a method of that tool which is called in the context; {@code
   * null} if the method is another call.
   */
  @SuppressWarnings("ReferenceEquality") // spans have no equality but identity
  public static @Nullable Span join(Context context, String tool) {
    ToolExecution execution = context.get(KEY);
    return execution != null
            && execution.tool.equals(tool)
            && Span.fromContext(context) == execution.span
            && execution.joined.compareAndSet(false, true)
        ? execution.span
        : null;
  }
}
