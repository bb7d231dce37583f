package io.spanloom.internal.call;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.spanloom.internal.convention.Identity;
import io.spanloom.internal.metric.Failures;
import io.spanloom.internal.metric.Metrics;
import io.spanloom.internal.session.AutoSteps;
import io.spanloom.internal.session.EnclosingSpans;
import io.spanloom.internal.session.SessionValues;
import io.spanloom.internal.session.Sessions;
import io.spanloom.internal.toolcall.ToolCallMatch;
import io.spanloom.internal.toolcall.ToolExecution;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes calls from their start to their end: enter, start, (body), record, end. None of this throws
 * into the program.
 */
public final class CallLifecycle {

  private CallLifecycle() {}

  /**
   * Enters a call; {@code null} means that tracing is off.
   *
   * @param fresh makes an object for a call
   */
  public static @Nullable Call enter(CallSpec spec, Supplier<? extends Call> fresh) {
    try {
      Tracing tracing = Tracing.currentOrNull();
      if (tracing == null) {
        return null;
      }
      Call call = CallStack.current().push(tracing, spec, fresh);
      enter(call, tracing);
      return call;
    } catch (Throwable failure) {
      Failures.outsideCalls(spec.place(), failure);
      return null;
    }
  }

  private static void enter(Call call, Tracing tracing) {
    Context current = Context.current();
    call.contexts().enteredIn(current, RunningContext.ofCall(current, call.enclosing(), tracing));
    call.setEnclosingCaller(RunLevels.around(call));
    boolean dropped = tracing.sampling().dropsBelow(call.contexts().caller());
    call.setUnrecorded(dropped && tracing.metrics() == null);
    joinExecution(call);
    if (!dropped && !call.plan().keepsAttributes()) {
      CallStart.open(
          call, call.plan().template(CallStart.describedIdentity(call)), call.enclosingCaller());
    }
  }

  private static void joinExecution(Call call) {
    if (!call.plan().matchesArguments() || call.isUnrecorded()) {
      return;
    }
    Span span = ToolExecution.join(call.contexts().caller(), call.spec().identity().name());
    if (span != null) {
      call.contexts().join(span);
    }
  }

  /** Starts the span of a call and makes it current. */
  public static void start(Call call) {
    call.setStarted();
    try {
      EnclosingSpans enclosing = joinSession(call);
      if (call.isUnrecorded()) {
        UnrecordedCalls.start(call, enclosing);
      } else {
        start(call, enclosing);
      }
    } catch (Throwable failure) {
      call.tracingFailed(failure);
    }
  }

  /** Starts the span of a call without a method, on no thread's stack, in the current context. */
  public static void startDetached(Call call) {
    enter(call, call.tracing());
    start(call);
    restoreContext(call);
  }

  private static @Nullable EnclosingSpans joinSession(Call call) {
    EnclosingSpans outer = call.enclosingCaller();
    if (call.captures().sessionId() == null && call.captures().userId() == null) {
      return outer;
    }
    SessionValues values = SessionValues.of(call.captures().sessionId(), call.captures().userId());
    Sessions sessions = call.tracing().sessions();
    if (call.writer().isOpen()) {
      sessions.write(values, call.writer());
    }
    return sessions.join(outer, values);
  }

  private static void start(Call call, @Nullable EnclosingSpans enclosing) {
    Context caller = call.contexts().caller();
    CallPlan plan = call.plan();
    if (plan.asksModel()) {
      call.role().beforeStart(call, enclosing);
      call.setStep(call.role().openStep(call, caller, enclosing));
    }
    ToolCallMatch match =
        plan.matchesArguments() ? call.role().match(call, caller, enclosing) : null;
    Identity identity = CallStart.identity(call);
    Context parent = CallStart.parent(call, caller, match);
    Span span = CallStart.startSpan(call, identity, parent, enclosing, match);
    call.writer().started(span);
    Context withSpan = ToolCallMatching.below(caller.with(span), call, match);
    if (call.contexts().coversMethod()) {
      withSpan = ToolExecution.storeIn(withSpan, identity.name(), span);
    }
    EnclosingSpans below = CallStart.enclosingBelow(call, identity, parent, enclosing, span);
    call.setEnclosingSpans(below);
    Context inner = below == null ? withSpan : call.tracing().sessions().enter(withSpan, below);
    call.contexts().makeCurrent(inner);
    if (!call.contexts().isJoined()) {
      measure(call, identity, enclosing, inner);
    }
    if (call.isRecording()) {
      CallStart.beginEvent(call, identity, match, inner);
      plan.recordStart(call);
    }
    CallAttributes.drain(call);
  }

  private static void measure(
      Call call, Identity identity, @Nullable EnclosingSpans enclosing, Context inner) {
    Metrics metrics = call.tracing().metrics();
    if (metrics != null) {
      Attributes session = enclosing == null ? Attributes.empty() : enclosing.measuredAttributes();
      call.setMeasurement(Measurement.start(metrics, identity, call.request(), session, inner));
    }
  }

  /**
   * Ends the span of a call.
   *
   * @param result what it gave back, or settled with, or delivered in all
   * @param reader reads attributes off the result
   * @param streamed whether the result was delivered in pieces
   * @param at when; {@code null} means now
   */
  public static void end(
      Call call,
      @Nullable Object result,
      @Nullable Throwable thrown,
      @Nullable ResultReader<?> reader,
      boolean streamed,
      @Nullable Instant at) {
    if (call.isUnrecorded()) {
      endSpan(call, thrown, at);
      return;
    }
    try {
      if (call.isRecording() || call.measurement().isOn()) {
        call.outcome().set(result, thrown, streamed);
        record(call, result, reader);
      }
    } catch (Throwable failure) {
      call.tracingFailed(failure);
    } finally {
      endSteps(call, thrown);
      endMeasurement(call);
      endSpan(call, thrown, at);
    }
  }

  private static void record(Call call, @Nullable Object result, @Nullable ResultReader<?> reader) {
    try {
      CallErrors.recordFailure(call);
      if (result != null && reader != null) {
        CallAttributes.readResult(call, result, reader);
      }
      if (call.isRecording()) {
        call.plan().recordEnd(call);
      } else {
        call.plan().measureEnd(call);
      }
    } finally {
      emitEvent(call);
    }
  }

  private static void emitEvent(Call call) {
    CallEvent event = call.event();
    if (event != null) {
      event.emit(Context.current().with(call.span()));
    }
  }

  /** A model call has answered the step it opened; a run's last step ends with the run. */
  private static void endSteps(Call call, @Nullable Throwable thrown) {
    try {
      EnclosingSpans enclosingSpans = call.plan().isRun() ? call.enclosingSpans() : null;
      AutoSteps own = enclosingSpans == null ? null : enclosingSpans.ownSteps();
      if (own != null) {
        own.end(thrown);
      }
      if (call.step() != null) {
        call.step().answered(thrown);
      }
    } catch (Throwable failure) {
      call.tracingFailed(failure);
    }
  }

  private static void endMeasurement(Call call) {
    try {
      call.measurement().end();
    } catch (Throwable failure) {
      call.tracingFailed(failure);
    }
  }

  private static void endSpan(Call call, @Nullable Throwable thrown, @Nullable Instant at) {
    call.contexts().endLevel();
    try {
      if (at == null) {
        call.span().end();
      } else {
        call.span().end(at);
      }
      AutoSteps.callEnded(call.roleState());
      tellEnclosing(call, thrown);
    } finally {
      call.forget();
    }
  }

  /** The enclosing call may fail with what this one failed with, or quote what it dealt with. */
  private static void tellEnclosing(Call call, @Nullable Throwable thrown) {
    Call enclosing = call.enclosing();
    if (enclosing != null) {
      if (call.dealsWithSensitive()) {
        enclosing.setSensitiveBelow();
      }
      if (thrown != null || enclosing.exceptionBelow() != null) {
        enclosing.setExceptionBelow(thrown == null ? null : call.exceptionBelow());
      }
    }
  }

  /**
   * Lets a call go on beyond its method, maybe beyond those around it, which may fail with what it
   * fails with. Its arguments are recorded by now.
   */
  public static void detach(Call call) {
    tellEnclosing(call, null);
    call.leaveEnclosing();
    call.captures().forgetInput();
  }

  /** Ends a call that never left its method properly. */
  static void abandon(Call call) {
    restoreContext(call);
    endSteps(call, null);
    endMeasurement(call);
    call.contexts().endLevel();
    call.span().end();
    call.forget();
  }

  /**
   * Restores the caller's context; a storage that reports leaks must not keep a span from ending.
   */
  public static void restoreContext(Call call) {
    try {
      call.contexts().restore();
    } catch (Throwable strictStorage) {
      call.tracingFailed(strictStorage);
    }
  }

  /** The moment that {@link System#nanoTime} told. */
  public static Instant timeOf(long nanos) {
    return Instant.now().minusNanos(System.nanoTime() - nanos);
  }

  /** Whether the span, below which all are certain to be dropped, has been dropped itself. */
  public static boolean isDropped(Span span) {
    SpanContext context = span.getSpanContext();
    return context.isValid() && !context.isSampled() && !context.isRemote() && !span.isRecording();
  }
}
