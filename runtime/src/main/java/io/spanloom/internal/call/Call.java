package io.spanloom.internal.call;

import io.opentelemetry.api.trace.Span;
import io.spanloom.internal.capture.Captures;
import io.spanloom.internal.content.ObjectReading;
import io.spanloom.internal.metric.Failures;
import io.spanloom.internal.session.AutoSteps;
import io.spanloom.internal.session.EnclosingSpans;
import io.spanloom.llm.LlmRequest;
import io.spanloom.llm.ProviderErrors;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one call in progress. Calls are reused: see {@link CallStack}.
 *
 * <p>This is state only. {@link CallLifecycle} starts and ends calls, and the recorders of a {@link
 * CallPlan} write what is known of a call where it belongs.
 */
public abstract class Call {

  /**
   * After so many calls an object is replaced, while it is still young: for a garbage collector
   * with generations, writing a reference into an object that has lived long is dear.
   */
  private static final int MAX_USES = 256;

  private final Captures captures = new Captures();
  private final SpanWriter writer = new SpanWriter();
  private final CallContexts contexts = new CallContexts();
  private final CallOutcome outcome = new CallOutcome();
  private final CallDetails details = new CallDetails();

  /** Set by {@link #reset} before anyone sees the call. */
  private @Nullable CallPlan plan;

  private @Nullable Call enclosing;
  private boolean inUse;
  private boolean unrecorded;
  private boolean started;
  private @Nullable EnclosingSpans enclosingCaller;
  private @Nullable EnclosingSpans enclosingSpans;
  private long startNanos;
  private int uses;

  /** Another object of the same class, for another call. */
  public abstract Call another();

  /** Whether the object has served for long enough. */
  final boolean isWorn() {
    return uses >= MAX_USES;
  }

  /**
   * Begins anew, for another call. Most often method and enclosing call are the same as before. A
   * reference that stays the same is not written again: each write costs a GC barrier.
   */
  @SuppressWarnings("ReferenceEquality") // the very objects
  public final void reset(CallPlan newPlan, @Nullable Call enclosingCall) {
    if (inUse) {
      forget();
    }
    uses++;
    inUse = true;
    if (plan != newPlan) {
      plan = newPlan;
    }
    if (enclosing != enclosingCall) {
      enclosing = enclosingCall;
    }
  }

  /**
   * An object waits for its next call as long as its thread lives: it must not hold the last one.
   * The enclosing call waits as well, and on the same stack.
   */
  public final void forget() {
    inUse = false;
    started = false;
    enclosingCaller = null;
    enclosingSpans = null;
    details.forget();
    outcome.forget();
    contexts.forget();
    writer.reset();
    captures.clear();
  }

  /**
   * A call that has been told what this one was, to be made once more.
   *
   * @param callId the id of the tool call, as found for this one
   */
  public final Call twin(@Nullable String callId) {
    Call twin = another();
    twin.plan = plan;
    twin.details.copyFrom(details);
    twin.captures.copyFrom(captures);
    twin.captures.setToolCallId(callId);
    return twin;
  }

  /** What the call has to do. */
  public final CallPlan plan() {
    return Objects.requireNonNull(plan);
  }

  public final CallSpec spec() {
    return plan().spec();
  }

  public final CallRole role() {
    return spec().role();
  }

  public final Tracing tracing() {
    return plan().tracing();
  }

  public final Captures captures() {
    return captures;
  }

  public final SpanWriter writer() {
    return writer;
  }

  public final Span span() {
    return writer.span();
  }

  /** Whether anything that is told of the call is kept. */
  public final boolean isRecording() {
    return writer.isRecording();
  }

  /** The contexts around and in the method. */
  public final CallContexts contexts() {
    return contexts;
  }

  /** Looks into the program's own objects; may be kept beyond this call. */
  public final ObjectReading objects() {
    CallSpec described = spec();
    Failures failures = tracing().failures();
    return described.objects().isEmpty()
        ? ObjectReading.NONE
        : ObjectReading.of(
            described.objects(), failure -> failures.report(described.place(), failure));
  }

  /** Something failed while this call was traced. */
  public final void tracingFailed(Throwable failure) {
    tracing().failures().report(spec().place(), failure);
  }

  /** The model's request that adapters understood, or {@code null}. */
  public final @Nullable LlmRequest request() {
    return details.request();
  }

  public final void setRequest(@Nullable LlmRequest read) {
    details.setRequest(read);
  }

  /** What knows the provider's own words for failures: the request's adapter. */
  public final @Nullable ProviderErrors adapter() {
    return details.adapter();
  }

  public final void setAdapter(ProviderErrors found) {
    details.setAdapter(found);
  }

  /** What the call's role keeps of it, or {@code null}. */
  public final @Nullable Object roleState() {
    return details.roleState();
  }

  public final void setRoleState(Object kept) {
    details.setRoleState(kept);
  }

  /** The call's event, if there is to be one. */
  public final @Nullable CallEvent event() {
    return details.event();
  }

  final void setEvent(CallEvent begun) {
    details.setEvent(begun);
  }

  public final Measurement measurement() {
    return details.measurement();
  }

  final void setMeasurement(Measurement begun) {
    details.setMeasurement(begun);
  }

  /** How the call came to its end. */
  public final CallOutcome outcome() {
    return outcome;
  }

  /** What the call gave back; {@code null} if it is to come, or must not be looked at. */
  public final @Nullable Object result() {
    return spec().sensitiveResult() ? null : outcome.result();
  }

  /** The call this one was made in, as long as both are in progress on one thread. */
  public final @Nullable Call enclosing() {
    return enclosing;
  }

  /** The call goes on beyond the one it was made in. */
  final void leaveEnclosing() {
    enclosing = null;
  }

  /** Whether nobody will see the call: the sampler is certain to drop it. */
  public final boolean isUnrecorded() {
    return unrecorded;
  }

  final void setUnrecorded(boolean certain) {
    unrecorded = certain;
  }

  final boolean isStarted() {
    return started;
  }

  /** Remembers that the call has started, and when if that is asked for later. */
  final void setStarted() {
    started = true;
    startNanos = plan().asksModel() ? System.nanoTime() : 0;
  }

  /** When a call that asks a model started, as {@link System#nanoTime} tells. */
  public final long startNanos() {
    return startNanos;
  }

  /** What encloses the code that made the call, or {@code null}. */
  final @Nullable EnclosingSpans enclosingCaller() {
    return enclosingCaller;
  }

  final void setEnclosingCaller(@Nullable EnclosingSpans outer) {
    enclosingCaller = outer;
  }

  /** What encloses the code below the call, once it has started; {@code null} if nothing does. */
  public final @Nullable EnclosingSpans enclosingSpans() {
    return enclosingSpans;
  }

  final void setEnclosingSpans(@Nullable EnclosingSpans place) {
    enclosingSpans = place;
  }

  /** The step that this call opened, or {@code null}. */
  public final AutoSteps.@Nullable Step step() {
    return details.step();
  }

  final void setStep(AutoSteps.@Nullable Step opened) {
    details.setStep(opened);
  }

  /** Whether exceptions may quote what must not leave the process. */
  final boolean dealsWithSensitive() {
    return details.isSensitiveBelow() || spec().sensitive();
  }

  /** A call below deals with values that must not leave the process, and may tell them. */
  final void setSensitiveBelow() {
    details.setSensitiveBelow();
  }

  /** What a call below recorded of the exception that it failed with. */
  final @Nullable RecordedException exceptionBelow() {
    return details.exceptionBelow();
  }

  final void setExceptionBelow(@Nullable RecordedException recorded) {
    details.setExceptionBelow(recorded);
  }

  /** What the program says the call failed with, or {@code null}. */
  final @Nullable String statedErrorType() {
    return details.statedErrorType();
  }

  final void setStatedErrorType(String type) {
    details.setStatedErrorType(type);
  }
}
