package io.spanloom.internal.session;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.spanloom.internal.convention.AttributeSink;
import io.spanloom.internal.convention.Conventions;
import io.spanloom.internal.convention.ErrorType;
import io.spanloom.internal.convention.SpanRole;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The reasoning spans that a workflow or agent opens by itself: one for each model call directly
 * below it.
 *
 * <p>A step lasts until the next model call of the run, or the run's end, so that it spans the
 * tools its model call asked for. While several model calls are in progress at once, a step stays
 * open at least until its own has come to an end. After the run's end there are no more steps.
 */
public final class AutoSteps {

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
    Step step = new Step(conventions, name, starter.apply(name));
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

  private List<Step> removeCompleted() {
    List<Step> answered = open.stream().filter(step -> step.answered).toList();
    open.removeAll(answered);
    return answered;
  }

  private synchronized boolean remembered(Step step) {
    return !ended && open.add(step);
  }

  /** One step, from its model call on. */
  public static final class Step {

    private final Conventions conventions;
    private final String name;
    private final Span span;
    private volatile boolean answered;

    private Step(Conventions conventions, String name, Span span) {
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
      return EnclosingSpans.below(run, SpanRole.TASK, name, span.getSpanContext(), parentId);
    }

    /** The model call is over; one that failed means that the step failed. */
    public void answered(@Nullable Throwable thrown) {
      if (thrown != null) {
        failed(thrown);
      }
      answered = true;
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
