package io.spanloom;

import static io.opentelemetry.api.common.AttributeKey.booleanKey;
import static io.opentelemetry.api.common.AttributeKey.doubleKey;
import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.spanloom.annotations.Steps;
import io.spanloom.internal.advice.Frame;
import io.spanloom.internal.advice.SpanSpec;
import io.spanloom.internal.call.Tracing;
import io.spanloom.internal.convention.WellKnown;
import io.spanloom.internal.deferred.CallExit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A call to trace, made ready by {@link Spans}: the span's properties, then the code it spans.
 *
 * <p>{@code null} says nothing. The code's result and exception are passed on as they are; a {@link
 * java.util.concurrent.Future Future} or {@link java.util.concurrent.CompletionStage
 * CompletionStage} ends the span when it settles. What is delivered item by item ends it when it
 * has delivered only if {@link #stream}, {@link #publisher} or {@link #iterator} runs the code:
 * they hand out a stand-in.
 */
public final class SpanCall {

  private final SpanSpec.Builder spec;
  private List<SetAttribute<?>> attributes = List.of();
  private @Nullable String callId;
  private @Nullable String arguments;
  private @Nullable Object input;
  private @Nullable Object request;
  private boolean coversMethod;

  SpanCall(SpanSpec.Builder spec) {
    this.spec = spec;
  }

  SpanCall coversMethod() {
    this.coversMethod = true;
    return this;
  }

  /** The id the provider issued for this tool call, like {@code @ToolCallId}. */
  public SpanCall callId(@Nullable String id) {
    this.callId = id;
    return this;
  }

  /** A tool's arguments as JSON text: content, and a way to find the call they belong to. */
  public SpanCall arguments(@Nullable String json) {
    this.arguments = json;
    return this;
  }

  /** The input, like {@code @Input}; content. */
  public SpanCall input(@Nullable Object value) {
    this.input = value;
    return this;
  }

  /** A model call's request, of an SDK that an adapter understands. */
  public SpanCall request(@Nullable Object value) {
    this.request = value;
    return this;
  }

  /**
   * Sets an attribute, like {@code @Attribute}; the keys of {@link io.spanloom.annotations.GenAi}
   * and {@link io.spanloom.annotations.OpenInference} have their meaning.
   */
  public <T> SpanCall setAttribute(@Nullable AttributeKey<T> key, @Nullable T value) {
    if (key != null && value != null) {
      if (attributes.isEmpty()) {
        attributes = new ArrayList<>(4);
      }
      attributes.add(new SetAttribute<>(key, value));
    }
    return this;
  }

  /** Sets an attribute. */
  public SpanCall setAttribute(@Nullable String key, @Nullable String value) {
    return key == null ? this : setAttribute(stringKey(key), value);
  }

  /** Sets an attribute. */
  public SpanCall setAttribute(@Nullable String key, long value) {
    return key == null ? this : setAttribute(longKey(key), Long.valueOf(value));
  }

  /** Sets an attribute. */
  public SpanCall setAttribute(@Nullable String key, double value) {
    return key == null ? this : setAttribute(doubleKey(key), Double.valueOf(value));
  }

  /** Sets an attribute. */
  public SpanCall setAttribute(@Nullable String key, boolean value) {
    return key == null ? this : setAttribute(booleanKey(key), Boolean.valueOf(value));
  }

  /** What an agent or tool is for. */
  public SpanCall description(@Nullable String text) {
    if (text != null) {
      spec.description(text);
    }
    return this;
  }

  /** The arguments that a tool takes, as JSON Schema 2020-12: the text that the model gets. */
  public SpanCall schema(@Nullable String text) {
    if (text != null) {
      spec.schema(text);
    }
    return this;
  }

  /** The span's kind, where it is not the usual one: of a message's handler, for instance. */
  public SpanCall kind(@Nullable SpanKind kind) {
    if (kind != null) {
      spec.kind(kind);
    }
    return this;
  }

  /** Who marks the steps of a workflow or agent; by default its tasks. */
  public SpanCall steps(@Nullable Steps steps) {
    if (steps == Steps.AUTO) {
      spec.autoSteps();
    }
    return this;
  }

  /**
   * Starts the span for code that calls back: it ends when the returned handle is ended, here or
   * elsewhere. It is not current until {@link StartedSpan#makeCurrent}.
   */
  public StartedSpan start() {
    SpanSpec built = built();
    return new StartedSpan(enter(built) ? CallExit.leaveOpen(built) : null);
  }

  /** Runs the code in the span. */
  public void run(Runnable body) {
    SpanSpec built = built();
    enter(built);
    try {
      body.run();
    } catch (Throwable thrown) {
      Frame.failed(built, thrown);
      throw thrown;
    }
    Frame.returned(built);
  }

  /**
   * Runs the code in the span. A stream, publisher or iterator is passed on as it is, and the span
   * ends without it.
   *
   * @return what the code returns
   * @throws X what the code throws
   */
  public <T extends @Nullable Object, X extends Throwable> T call(Body<? extends T, X> body)
      throws X {
    SpanSpec built = built();
    T result = enterAndRun(built, body);
    Frame.returned(built, result);
    return result;
  }

  /**
   * Runs the code in a span that ends when the stream it returns has been read or closed.
   *
   * @return what stands in for the stream
   * @throws X what the code throws
   */
  public <E extends @Nullable Object, X extends Throwable> Stream<E> stream(
      Body<? extends Stream<E>, X> body) throws X {
    return delivered(Stream.class, body);
  }

  /**
   * Runs the code in a span that ends when the publisher it returns has completed or failed for its
   * first subscriber, or that subscriber has cancelled.
   *
   * @return what stands in for the publisher
   * @throws X what the code throws
   */
  public <E, X extends Throwable> Flow.Publisher<E> publisher(
      Body<? extends Flow.Publisher<E>, X> body) throws X {
    return delivered(Flow.Publisher.class, body);
  }

  /**
   * Runs the code in a span that ends when the iterator it returns has no more.
   *
   * @return what stands in for the iterator
   * @throws X what the code throws
   */
  public <E extends @Nullable Object, X extends Throwable> Iterator<E> iterator(
      Body<? extends Iterator<E>, X> body) throws X {
    return delivered(Iterator.class, body);
  }

  /**
   * Runs the code in a span that ends when what it returns has been delivered, for any type that
   * has a {@link io.spanloom.result.ResultWrapper ResultWrapper}; without one the span ends with
   * the code.
   *
   * @param type the type that the wrapper is for
   * @return what stands in for the result
   * @throws X what the code throws
   */
  // A stand-in has the type arguments of what it stands in for; null stands for null alone.
  @SuppressWarnings({"unchecked", "NullAway"})
  public <T, X extends Throwable> T delivered(Class<? super T> type, Body<? extends T, X> body)
      throws X {
    spec.keepsAttributes(); // the result may be delivered again
    SpanSpec built = built();
    return (T) Frame.streamed(built, type, enterAndRun(built, body));
  }

  /** The description; an attribute of the conventions' may name the span. */
  private SpanSpec built() {
    if (Tracing.currentOrNull() != null) {
      for (SetAttribute<?> attribute : attributes) {
        if (WellKnown.fact(attribute.key().getKey()) != null) {
          spec.keepsAttributes();
        }
      }
    }
    return spec.shared();
  }

  private <T extends @Nullable Object, X extends Throwable> T enterAndRun(
      SpanSpec built, Body<? extends T, X> body) throws X {
    enter(built);
    try {
      return body.call();
    } catch (Throwable thrown) {
      Frame.failed(built, thrown);
      throw thrown;
    }
  }

  /** Starts the span; {@code false} means that nothing is traced. */
  private boolean enter(SpanSpec built) {
    Frame frame = Frame.enter(built);
    if (frame == null) {
      return false;
    }
    try {
      write(frame);
    } catch (Throwable failure) {
      frame.captureFailed(failure);
    }
    frame.start();
    return true;
  }

  private void write(Frame frame) {
    frame.toolCallId(callId);
    frame.coversMethod(coversMethod);
    for (SetAttribute<?> attribute : attributes) {
      attribute.write(frame);
    }
    frame.request(request);
    if (frame.wantsInput()) {
      if (input != null) {
        frame.input("input", input);
      }
      if (arguments != null) {
        frame.jsonArguments(arguments);
      }
    }
  }

  /**
   * Code to trace, with a result, and exceptions of its own.
   *
   * @param <T> the result's type
   * @param <X> the checked exceptions it throws; inferred as unchecked where there are none
   */
  @FunctionalInterface
  public interface Body<T extends @Nullable Object, X extends Throwable> {

    /** Runs. */
    T call() throws X;
  }
}
