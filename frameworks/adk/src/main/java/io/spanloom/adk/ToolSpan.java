package io.spanloom.adk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.google.adk.JsonBaseModel;
import com.google.adk.tools.BaseTool;
import com.google.adk.tools.ToolContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.spanloom.SpanCall;
import io.spanloom.Spans;
import io.spanloom.StartedSpan;
import io.spanloom.annotations.GenAi;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tool that ADK calls.
 *
 * <p>ADK starts a span for it, and then calls the tool in the context of the model call. Where both
 * happen on one thread, the thread tells the tool's own.
 */
@SuppressWarnings("try") // a scope is only there to be closed
final class ToolSpan extends AdkSpan {

  private static final ThreadLocal<ToolSpan> CALLED = new ThreadLocal<>();

  /** ADK makes up ids for calls that the model gave none, and tells them to nobody else. */
  private static final String MADE_UP = "adk-";

  private final @Nullable AdkSpan above;
  private @Nullable StartedSpan tool;
  private @Nullable Map<String, Object> result;
  private @Nullable Throwable failure;
  private @Nullable Runnable atEnd;

  ToolSpan(Context parent) {
    super(parent);
    this.above = AdkSpan.in(parent);
  }

  /** The tool that this thread calls, or {@code null}. */
  static @Nullable ToolSpan onThread() {
    ToolSpan called = CALLED.get();
    if (called != null && called.isEnded()) {
      CALLED.remove();
      return null;
    }
    return called;
  }

  /** Whether the model has asked for the tool in that call, and the tool has begun. */
  @SuppressWarnings("ReferenceEquality") // the very call
  boolean isCalledBy(ModelSpan model) {
    return above == model && isStarted();
  }

  /**
   * The tool begins.
   *
   * @param after what to do when the span has ended
   */
  synchronized void begin(
      BaseTool described, Map<String, Object> arguments, ToolContext context, Runnable after) {
    if (above instanceof ModelSpan model) {
      model.toolBegins();
    }
    String id = context.functionCallId().filter(known -> !known.isEmpty()).orElse(null);
    boolean madeUp = id != null && id.startsWith(MADE_UP);
    SpanCall call =
        Spans.toolExecution(described.name())
            .description(described.description())
            .callId(madeUp ? null : id)
            .arguments(json(arguments));
    try (Scope caller = parent().makeCurrent()) {
      StartedSpan span = call.start();
      tool = span;
      if (madeUp) {
        span.setAttribute(GenAi.TOOL_CALL_ID, id);
      }
      try (Scope below = span.makeCurrent()) {
        started(Context.current());
      }
    }
    atEnd = after;
  }

  private static @Nullable String json(Map<String, Object> arguments) {
    try {
      return JsonBaseModel.getMapper().writeValueAsString(arguments);
    } catch (JsonProcessingException notJson) {
      return null;
    }
  }

  synchronized void returned(Map<String, Object> value) {
    result = value;
  }

  @Override
  synchronized void onFailure(Throwable thrown) {
    failure = thrown;
  }

  @Override
  synchronized void onEnd() {
    if (tool != null) {
      if (failure == null) {
        tool.end(result);
      } else {
        tool.fail(failure);
      }
    }
    if (atEnd != null) {
      atEnd.run();
    }
  }

  /** ADK may close the scope on another thread, so that a context would stay behind. */
  @Override
  public Scope makeCurrent() {
    ToolSpan outer = onThread();
    Thread thread = Thread.currentThread();
    CALLED.set(this);
    return () -> {
      if (Thread.currentThread() == thread) {
        restore(outer);
      }
    };
  }

  private static void restore(@Nullable ToolSpan outer) {
    if (outer == null) {
      CALLED.remove();
    } else {
      CALLED.set(outer);
    }
  }
}
