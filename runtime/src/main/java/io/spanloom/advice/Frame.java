package io.spanloom.advice;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.spanloom.advice.RecordedException.MessagePolicy;
import io.spanloom.content.ContentPolicy;
import io.spanloom.content.JdkTypes;
import io.spanloom.content.ObjectForms;
import io.spanloom.content.ObjectReading;
import io.spanloom.convention.SpanRole;
import io.spanloom.llm.EmbeddingAdapter;
import io.spanloom.llm.EmbeddingRequest;
import io.spanloom.llm.LlmAdapter;
import io.spanloom.llm.LlmRequest;
import io.spanloom.llm.ProviderErrors;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * One call of a woven method in progress.
 *
 * <p>Generated advice enters a frame before the method's body, tells it what was captured, starts
 * it, and leaves it when the body returns or throws. None of these methods throws: what goes wrong
 * here is logged once, counted, and costs the span some of its attributes.
 */
public final class Frame {

  /**
   * After so many calls a frame is replaced, while it is still young: for a garbage collector with
   * generations, writing a reference into an object that has lived long is dear.
   */
  private static final int LIFE = 256;

  private final Captures captures = new Captures();
  private final SpanWriter writer = new SpanWriter();
  private final CurrentContext context = new CurrentContext();

  /** Set by {@link #reset} before anyone sees the frame. */
  private @Nullable Tracing tracing;

  private @Nullable SpanSpec spec;

  private @Nullable String sessionId;
  private @Nullable String userId;
  private @Nullable String toolCallId;
  private @Nullable LlmRequest request;
  private @Nullable ProviderErrors adapter;
  private @Nullable Documents documents;
  private @Nullable Vectors vectors;
  private @Nullable CallEvent event;
  private @Nullable Measurement measurement;

  private @Nullable Frame enclosing;
  private boolean inUse;

  /** The sampler is certain to drop the span, and nobody reads metrics. */
  private boolean unheard;

  /** A call below deals with values that must not leave the process, and may tell them. */
  private boolean sensitiveBelow;

  /** What a call below recorded of the exception that it failed with. */
  private @Nullable RecordedException exceptionBelow;

  private boolean started;
  private @Nullable Ancestry ancestry;
  private AutoSteps.@Nullable Step step;
  private long startNanos;
  private int calls;

  Frame() {}

  /**
   * Enters a woven method; {@code null} means that tracing is off and nothing is to be captured.
   */
  public static @Nullable Frame enter(SpanSpec spec) {
    try {
      Tracing tracing = Tracing.currentOrNull();
      return tracing == null ? null : FrameStack.current().push(tracing, spec);
    } catch (Throwable failure) {
      Failures.outsideCalls(spec.place(), failure);
      return null;
    }
  }

  /** Leaves a woven method that returned nothing. */
  public static void returned(SpanSpec spec) {
    Leaving.leave(spec, null, null, null);
  }

  /** Leaves a woven method that returned a result. */
  public static void returned(SpanSpec spec, @Nullable Object result) {
    Leaving.leave(spec, result, null, null);
  }

  /** Leaves a woven method that returned a result with attributes. */
  public static <R> void returned(
      SpanSpec spec, @Nullable R result, ResultCapture<? super R> capture) {
    Leaving.leave(spec, result, null, capture);
  }

  /** Leaves a woven method whose result settles later, with attributes on what it settles with. */
  public static <V> void returnedStage(
      SpanSpec spec,
      @Nullable CompletionStage<? extends V> result,
      ResultCapture<? super V> capture) {
    Leaving.leave(spec, result, null, capture);
  }

  /** Leaves a woven method whose result is done later, with attributes on what it is done with. */
  public static <V> void returnedFuture(
      SpanSpec spec, @Nullable Future<? extends V> result, ResultCapture<? super V> capture) {
    Leaving.leave(spec, result, null, capture);
  }

  /**
   * Leaves a woven method whose result is delivered piece by piece.
   *
   * @param declared the method's result type
   * @return what the caller gets: the result, or what stands in for it
   */
  public static @Nullable Object streamed(
      SpanSpec spec, Class<?> declared, @Nullable Object result) {
    return Leaving.leaveStreaming(spec, declared, result, null);
  }

  /** As the other one, with attributes on each piece; of equal ones the last stays. */
  public static <V> @Nullable Object streamed(
      SpanSpec spec, Class<?> declared, @Nullable Object result, ResultCapture<V> capture) {
    return Leaving.leaveStreaming(spec, declared, result, capture);
  }

  /** Leaves a woven method that threw. */
  public static void failed(SpanSpec spec, Throwable thrown) {
    Leaving.leave(spec, null, thrown, null);
  }

  /** Remembers a tool call that a hand-written client found in a model's response. */
  public static void announce(String id, String name, @Nullable String arguments) {
    try {
      SpanStart.announce(FrameStack.current().peek(), id, name, arguments);
    } catch (Throwable failure) {
      Failures.outsideCalls("announced tool calls", failure);
    }
  }

  /** The session this call opens or joins. */
  public void sessionId(@Nullable String id) {
    this.sessionId = Identifier.of(id);
  }

  /** The user this call serves. */
  public void userId(@Nullable String id) {
    this.userId = Identifier.of(id);
  }

  /** The identifier the provider issued for this tool call. */
  public void toolCallId(@Nullable String id) {
    this.toolCallId = Identifier.of(id);
  }

  /** An attribute; {@code null} means there is none. */
  public <T> void set(AttributeSlot<T> slot, @Nullable T value) {
    if (value != null && !ToldFacts.take(this, slot.fact(), value) && !unheard) {
      captures.attribute(slot, value);
    }
  }

  /** An attribute. */
  public void set(AttributeSlot<Long> slot, long value) {
    set(slot, Long.valueOf(value));
  }

  /** An attribute. */
  public void set(AttributeSlot<Double> slot, double value) {
    set(slot, Double.valueOf(value));
  }

  /** An attribute. */
  public void set(AttributeSlot<Boolean> slot, boolean value) {
    set(slot, Boolean.valueOf(value));
  }

  /** Whether the arguments are needed: to be recorded, or to find the tool call they belong to. */
  public boolean wantsInput() {
    return (tracing().wantsContent() && !unheard)
        || (spec().role() == SpanRole.TOOL && toolCallId == null);
  }

  /** Whether the documents that the call is given are needed; asked when it has started. */
  public boolean wantsDocuments() {
    return isRecording();
  }

  /** A value that is part of the input. */
  public void input(String name, @Nullable Object value) {
    captures.inputs().add(name, value);
  }

  /** A value that is part of the input. */
  public void input(String name, long value) {
    captures.inputs().add(name, value);
  }

  /** A value that is part of the input. */
  public void input(String name, double value) {
    captures.inputs().add(name, value);
  }

  /** A value that is part of the input. */
  public void input(String name, boolean value) {
    captures.inputs().add(name, value);
  }

  /** An argument of a tool; told only where a tool's arguments are not just its input. */
  public void argument(String name, @Nullable Object value) {
    captures.argument(name, value);
  }

  /** An argument of a tool. */
  public void argument(String name, long value) {
    captures.argument(name, value);
  }

  /** An argument of a tool. */
  public void argument(String name, double value) {
    captures.argument(name, value);
  }

  /** An argument of a tool. */
  public void argument(String name, boolean value) {
    captures.argument(name, value);
  }

  /** A tool's arguments as JSON text. */
  public void jsonArguments(String text) {
    JsonArguments.tell(this, text);
  }

  /** An argument that may be a model request which adapters understand, or a part of one. */
  public void request(@Nullable Object value) {
    if (value == null || unheard) {
      return;
    }
    if (spec().role() == SpanRole.EMBEDDING) {
      embeddingRequest(value);
    } else if (value instanceof Collection<?> parts && isInMemory(value)) {
      parts.forEach(this::requestPart);
    } else {
      requestPart(value);
    }
  }

  /** Going through other collections may run code, or ask a data base. */
  private static boolean isInMemory(Object collection) {
    String type = collection.getClass().getName();
    return JdkTypes.isContainer(collection)
        || (type.startsWith("com.google.common.collect.") && type.contains("Immutable"));
  }

  private void requestPart(@Nullable Object value) {
    LlmAdapter<?, ?> found =
        value == null ? null : tracing().adapters().forRequest(value.getClass());
    if (found != null && value != null) {
      adapter = adapter == null ? found : adapter;
      request = JointRequest.of(request, read(found, value));
    }
  }

  private void embeddingRequest(Object value) {
    EmbeddingAdapter<?, ?> found = tracing().adapters().forEmbeddingRequest(value.getClass());
    if (found != null && request == null) {
      adapter = found;
      request = new EmbeddingCall(read(found, value));
    }
  }

  /** Something was thrown while this call was captured. */
  public void captureFailed(Throwable failure) {
    tracing().failures().report(spec().place(), failure);
  }

  /** Starts the span. */
  public void start() {
    started = true;
    startNanos = spec().role() == SpanRole.LLM ? System.nanoTime() : 0;
    try {
      SpanStart.start(this);
    } catch (Throwable failure) {
      captureFailed(failure);
    }
  }

  /** Whether the frame has served for long enough. */
  boolean isWorn() {
    return calls >= LIFE;
  }

  /** Begins anew, for another call. */
  void reset(Tracing newTracing, SpanSpec newSpec, @Nullable Frame enclosingFrame) {
    if (inUse) {
      forget();
    }
    calls++;
    tracing = newTracing;
    spec = newSpec;
    enclosing = enclosingFrame;
    enter(newTracing);
  }

  private void enter(Tracing inForce) {
    inUse = true;
    context.enteredIn(Context.current());
    unheard = inForce.metrics() == null && inForce.sampling().dropsBelow(context.caller());
  }

  /**
   * A frame waits for its next call as long as its thread lives: it must not hold the last one. The
   * enclosing frame waits as well, and on the same stack.
   */
  private void forget() {
    inUse = false;
    sensitiveBelow = false;
    exceptionBelow = null;
    sessionId = null;
    userId = null;
    toolCallId = null;
    request = null;
    adapter = null;
    documents = null;
    vectors = null;
    event = null;
    started = false;
    ancestry = null;
    step = null;
    context.forget();
    writer.reset();
    measurement = null;
    captures.clear();
  }

  Tracing tracing() {
    return Objects.requireNonNull(tracing);
  }

  SpanSpec spec() {
    return Objects.requireNonNull(spec);
  }

  Captures captures() {
    return captures;
  }

  /** Looks into the program's own objects; may be kept beyond this call. */
  ObjectReading objects() {
    ObjectForms forms = spec().objects();
    return forms.isEmpty()
        ? ObjectReading.NONE
        : reading(forms, tracing().failures(), spec().place());
  }

  SpanWriter writer() {
    return writer;
  }

  Measurement measurement() {
    return measurement == null ? Measurement.NONE : measurement;
  }

  void measured(Measurement begun) {
    measurement = begun;
  }

  Span span() {
    return writer.span();
  }

  /** Whether anything that is told of the call is kept. */
  boolean isRecording() {
    return writer.isRecording();
  }

  /** The contexts around and in the method. */
  CurrentContext context() {
    return context;
  }

  @Nullable String sessionId() {
    return sessionId;
  }

  @Nullable String userId() {
    return userId;
  }

  @Nullable String toolCallId() {
    return toolCallId;
  }

  /** Writes the attributes captured so far on the span. */
  void writeAttributes() {
    captures.writeAttributes(spec().role(), tracing().conventions(), tracing().content(), writer);
  }

  /** Writes the attributes in the event, if there is to be one, and forgets them. */
  void drainAttributes() {
    if (event != null) {
      captures.writeAttributes(spec().role(), event.conventions(), tracing().eventContent(), event);
    }
    captures.attributesWritten();
  }

  /** Whether nobody will hear of the call: the sampler is certain to drop it. */
  boolean unheard() {
    return unheard;
  }

  boolean isStarted() {
    return started;
  }

  /** Whether exceptions may quote what must not leave the process. */
  private boolean dealsWithSensitive() {
    return sensitiveBelow || spec().sensitive();
  }

  /** What the span records of the exception that the call fails with. */
  RecordedException recordException(Throwable thrown) {
    ContentPolicy content = tracing().content();
    exceptionBelow = RecordedException.of(thrown, messagePolicy(content), content, exceptionBelow);
    return exceptionBelow;
  }

  private MessagePolicy messagePolicy(ContentPolicy content) {
    if (!content.settings().freeText()) {
      return MessagePolicy.NO_FREE_TEXT;
    }
    if (!content.settings().recordsExceptionMessages()) {
      return MessagePolicy.HIDDEN;
    }
    return dealsWithSensitive() ? MessagePolicy.SENSITIVE : MessagePolicy.SHOWN;
  }

  /** The call's event, if there is to be one. */
  @Nullable CallEvent event() {
    return event;
  }

  void event(CallEvent begun) {
    event = begun;
  }

  @Nullable LlmRequest request() {
    return request;
  }

  /** What knows the provider's own words for failures: the request's adapter. */
  @Nullable ProviderErrors adapter() {
    return adapter;
  }

  /** The documents that this call deals with. */
  Documents documents() {
    if (documents == null) {
      documents = new Documents();
    }
    return documents;
  }

  @Nullable Documents documentsOrNull() {
    return documents;
  }

  /** The vectors that the compiler found in the result. */
  @Nullable Vectors vectors() {
    return vectors;
  }

  void vectors(Vectors found) {
    vectors = found;
  }

  /** An adapter that threw is not asked again for this call. */
  void dropRequest() {
    request = null;
  }

  /** When a model call started, as {@link System#nanoTime} tells. */
  long startNanos() {
    return startNanos;
  }

  @Nullable Ancestry ancestry() {
    return ancestry;
  }

  void placed(@Nullable Ancestry newAncestry) {
    ancestry = newAncestry;
  }

  /** The step that this model call opened. */
  void opened(AutoSteps.Step newStep) {
    step = newStep;
  }

  /**
   * A frame that has been told what this one was, for the same call to be made once more.
   *
   * @param callId the id of the tool call, as found for this one
   */
  Frame twin(@Nullable String callId) {
    Frame twin = new Frame();
    twin.tracing = tracing;
    twin.spec = spec;
    twin.sessionId = sessionId;
    twin.userId = userId;
    twin.toolCallId = callId;
    twin.request = request;
    twin.adapter = adapter;
    twin.captures.copyFrom(captures);
    return twin;
  }

  /** Starts the span of a call without a method, on no thread's stack, in the current context. */
  void startDetached() {
    enter(tracing());
    start();
    restoreContext();
  }

  /** Ends a call that never left its method properly. */
  void abandon() {
    restoreContext();
    endSteps(null);
    endMeasurement();
    span().end();
    forget();
  }

  /** The moment that {@link System#nanoTime} told. */
  static Instant timeOf(long nanos) {
    return Instant.now().minusNanos(System.nanoTime() - nanos);
  }

  /**
   * Ends the span.
   *
   * @param at when; {@code null} means now
   */
  void end(
      @Nullable Object result,
      @Nullable Throwable thrown,
      @Nullable ResultCapture<?> capture,
      @Nullable Instant at) {
    try {
      SpanEnd.record(this, result, thrown, capture);
    } catch (Throwable failure) {
      captureFailed(failure);
    } finally {
      endSteps(thrown);
      endMeasurement();
      try {
        endSpan(at);
        tellEnclosing(thrown);
      } finally {
        forget();
      }
    }
  }

  /** A model call has answered the step it opened; a run's last step ends with the run. */
  private void endSteps(@Nullable Throwable thrown) {
    try {
      AutoSteps own = ancestry == null || !spec().role().isRun() ? null : ancestry.ownSteps();
      if (own != null) {
        own.end(thrown);
      }
      if (step != null) {
        step.answered(thrown);
      }
    } catch (Throwable failure) {
      captureFailed(failure);
    }
  }

  private void endMeasurement() {
    try {
      measurement().end();
    } catch (Throwable failure) {
      captureFailed(failure);
    }
  }

  private void endSpan(@Nullable Instant at) {
    if (at == null) {
      span().end();
    } else {
      span().end(at);
    }
  }

  /**
   * Restores the caller's context; a storage that reports leaks must not keep a span from ending.
   */
  void restoreContext() {
    try {
      context.restore();
    } catch (Throwable strictStorage) {
      captureFailed(strictStorage);
    }
  }

  /**
   * The call goes on beyond its method, maybe beyond those around it, which may fail with what it
   * fails with. Its arguments are recorded by now.
   */
  void detached() {
    if (enclosing != null) {
      enclosing.sensitiveBelow |= dealsWithSensitive();
      enclosing = null;
    }
    captures.forgetInput();
  }

  /** The enclosing call may fail with what this one failed with, or quote what it dealt with. */
  private void tellEnclosing(@Nullable Throwable thrown) {
    if (enclosing != null) {
      enclosing.sensitiveBelow |= dealsWithSensitive();
      enclosing.exceptionBelow = thrown == null ? null : exceptionBelow;
    }
  }

  private static ObjectReading reading(ObjectForms forms, Failures failures, String place) {
    return ObjectReading.of(forms, failure -> failures.report(place, failure));
  }

  @SuppressWarnings("unchecked") // the adapter was found by the value's class
  private static <Q> EmbeddingRequest read(EmbeddingAdapter<Q, ?> adapter, Object value) {
    return adapter.request((Q) value);
  }

  @SuppressWarnings("unchecked") // the adapter was found by the value's class
  private static <Q> LlmRequest read(LlmAdapter<Q, ?> adapter, Object value) {
    return adapter.request((Q) value);
  }
}
