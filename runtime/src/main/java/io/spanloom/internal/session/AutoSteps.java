package io.spanloom.internal.session;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.spanloom.internal.convention.AttributeSink;
import io.spanloom.internal.convention.Conventions;
import io.spanloom.internal.convention.ErrorType;
import io.spanloom.internal.convention.SpanRole;
import io.spanloom.internal.toolcall.LongText;
import io.spanloom.llm.LlmToolCall;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The reasoning spans that a workflow or agent opens by itself: one for each model call directly
 * below it.
 *
 * <p>A step lasts until the next model call of the run, or the run's end, so that it spans the
 * tools its model call asked for. Model calls may overlap, or follow each other on several threads:
 * a step then stays open until its own call has ended and the tools that this asked for have. After
 * the run's end there are no more steps.
 */
public final class AutoSteps {

  /** How many tool calls a step waits for; models ask for some. */
  private static final int MAX_REQUESTED = 128;

  private final List<Step> open = new ArrayList<>(1);
  private int count;
  private boolean ended;

  /**
   * Opens the step of a model call about to start, or returns {@code null} if the run is over.
   *
   * @param starter starts a step's span, given its name
   */
  public @Nullable Step next(Conventions conventions, Function<String, Span> starter) {
    List<Step> over;
    int number;
    synchronized (this) {
      if (ended) {
        return null;
      }
      number = ++count;
      over = removeCompleted();
    }
    over.forEach(Step::end);
    String name = "step " + number;
    Step step = new Step(this, conventions, name, starter.apply(name));
    if (!remembered(step)) {
      step.end();
    }
    return step;
  }

  /** The run is over; what it failed with left through the step opened last. */
  public void end(@Nullable Throwable thrown) {
    List<Step> over;
    synchronized (this) {
      ended = true;
      over = List.copyOf(open);
      open.clear();
    }
    if (thrown != null && !over.isEmpty()) {
      over.get(over.size() - 1).failed(thrown);
    }
    over.forEach(Step::end);
  }

  /** The open step with that span, or {@code null}. */
  public synchronized @Nullable Step find(SpanContext span) {
    for (Step step : open) {
      if (step.span.getSpanContext().getSpanId().equals(span.getSpanId())) {
        return step;
      }
    }
    return null;
  }

  /** A call has ended that a {@link Step#toolStarted step's tool} may have been. */
  public static void callEnded(@Nullable Object step) {
    if (step instanceof Step ofTool) {
      ofTool.toolEnded();
    }
  }

  private List<Step> removeCompleted() {
    List<Step> over = new ArrayList<>(open.size());
    for (Step step : open) {
      if (step.isOver()) {
        over.add(step);
      } else {
        step.passed = true;
      }
    }
    open.removeAll(over);
    return over;
  }

  private synchronized boolean remembered(Step step) {
    if (ended) {
      return false;
    }
    for (Step other : open) {
      if (!other.answered) {
        other.overlaps = true;
        step.overlaps = true;
      }
    }
    return open.add(step);
  }

  /** Whether the step was open, and is not any more. */
  private synchronized boolean takes(Step step) {
    return open.remove(step);
  }

  /** One step, from its model call on. */
  public static final class Step {

    private final AutoSteps steps;
    private final Conventions conventions;
    private final String name;
    private final Span span;
    private final Thread thread = Thread.currentThread();

    /** The tool calls that the model call asked for and that no tool has executed. */
    private final Set<Object> requested = new HashSet<>();

    private int runningTools;
    private boolean overlaps;
    private boolean passed;
    private volatile boolean answered;

    private Step(AutoSteps steps, Conventions conventions, String name, Span span) {
      this.steps = steps;
      this.conventions = conventions;
      this.name = name;
      this.span = span;
    }

    public Span span() {
      return span;
    }

    /** What encloses the model call that opened the step. */
    public EnclosingSpans below(EnclosingSpans run, Context lexical) {
      String parentId = Span.fromContext(lexical).getSpanContext().getSpanId();
      return EnclosingSpans.below(run, SpanRole.TASK, name, span.getSpanContext(), parentId, null);
    }

    /** The model call is over; one that failed means that the step failed. */
    public void answered(@Nullable Throwable thrown) {
      if (thrown != null) {
        failed(thrown);
      }
      answered = true;
    }

    /** The model call asks for tools. */
    public void requested(List<LlmToolCall> toolCalls) {
      synchronized (steps) {
        for (LlmToolCall call : toolCalls) {
          if (requested.size() < MAX_REQUESTED) {
            requested.add(key(call.id(), call.name()));
          }
        }
      }
    }

    /** A tool executes a call that the model call asked for. */
    public void toolStarted(@Nullable String id, String name) {
      synchronized (steps) {
        runningTools++;
        requested.remove(key(id, name));
      }
    }

    private void toolEnded() {
      boolean over;
      synchronized (steps) {
        runningTools--;
        over = passed && answered && runningTools == 0 && requested.isEmpty() && steps.takes(this);
      }
      if (over) {
        end();
      }
    }

    /**
     * Whether a model call that starts now ends the step. What the model asked for and nobody has
     * executed may be what no tool executes, unless model calls go on side by side.
     */
    private boolean isOver() {
      boolean parallel = overlaps || isOther(thread, Thread.currentThread());
      return answered && runningTools == 0 && (requested.isEmpty() || !parallel);
    }

    @SuppressWarnings("ReferenceEquality") // the very thread
    private static boolean isOther(Thread one, Thread other) {
      return one != other;
    }

    private static Object key(@Nullable String id, String name) {
      return LongText.key(id == null ? name : id);
    }

    /** The error itself is recorded on the span it came from. */
    private void failed(Throwable thrown) {
      String type = ErrorType.of(thrown);
      conventions.error(SpanRole.TASK, type, AttributeSink.onto(span));
      span.setStatus(StatusCode.ERROR, type);
    }

    private void end() {
      span.end();
    }
  }
}
