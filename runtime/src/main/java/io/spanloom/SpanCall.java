package io.spanloom;

import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.opentelemetry.api.common.AttributeKey;
import io.spanloom.advice.AttributeSlot;
import io.spanloom.advice.Frame;
import io.spanloom.advice.SpanSpec;
import io.spanloom.annotations.Steps;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call to trace, made ready by {@link Spans}: what the span is told, then the code it spans.
 *
 * <p>{@code null} says nothing. The code's result and exception are passed on as they are; a result
 * that settles later ends the span when it does.
 */
public final class SpanCall {

  private final SpanSpec.Builder spec;
  private final List<Told<?>> attributes = new ArrayList<>(2);
  private @Nullable String callId;
  private @Nullable String arguments;
  private @Nullable Object input;
  private @Nullable Object request;

  SpanCall(SpanSpec.Builder spec) {
    this.spec = spec;
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
   * An attribute, like {@code @Attribute}; the keys of {@link io.spanloom.annotations.GenAi} and
   * {@link io.spanloom.annotations.OpenInference} have their meaning.
   */
  public <T> SpanCall attribute(@Nullable AttributeKey<T> key, @Nullable T value) {
    if (key != null && value != null) {
      attributes.add(new Told<>(key, value));
    }
    return this;
  }

  /** An attribute that is a text. */
  public SpanCall attribute(@Nullable String key, @Nullable String value) {
    return key == null ? this : attribute(stringKey(key), value);
  }

  /** What an agent or tool is for. */
  public SpanCall description(@Nullable String text) {
    if (text != null) {
      spec.description(text);
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

  /** Runs the code in the span. */
  public void run(Runnable body) {
    SpanSpec built = spec.build();
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
   * Runs the code in the span.
   *
   * @return what the code returns
   * @throws X what the code throws
   */
  public <T extends @Nullable Object, X extends Throwable> T call(Body<? extends T, X> body)
      throws X {
    SpanSpec built = spec.build();
    enter(built);
    T result;
    try {
      result = body.call();
    } catch (Throwable thrown) {
      Frame.failed(built, thrown);
      throw thrown;
    }
    Frame.returned(built, result);
    return result;
  }

  private void enter(SpanSpec built) {
    Frame frame = Frame.enter(built);
    if (frame == null) {
      return;
    }
    try {
      tell(frame);
    } catch (Throwable failure) {
      frame.captureFailed(failure);
    }
    frame.start();
  }

  private void tell(Frame frame) {
    frame.toolCallId(callId);
    for (Told<?> attribute : attributes) {
      attribute.tell(frame);
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

  private record Told<T>(AttributeKey<T> key, T value) {

    void tell(Frame frame) {
      frame.set(AttributeSlot.of(key), value);
    }
  }
}
