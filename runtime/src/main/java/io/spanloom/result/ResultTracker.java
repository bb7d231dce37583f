package io.spanloom.result;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.lang.ref.Cleaner;
import java.lang.ref.Cleaner.Cleanable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a stand-in for a result reports to.
 *
 * <p>Everything that stands in for one result must hold its observation, and nothing else should:
 * when the garbage collector finds that no stand-in is left, the result counts as unobserved.
 */
@SuppressWarnings("try") // a scope is only there to be closed
public final class ResultTracker {

  private static final Cleaner CLEANER = Cleaner.create();

  private final ResultObserver observer;
  private final StreamFactory streams;
  private final Cleanable cleanable;

  /**
   * An observation that begins.
   *
   * @param streams makes stand-ins for streams
   */
  public ResultTracker(ResultObserver observer, StreamFactory streams) {
    this.observer = observer;
    this.streams = streams;
    this.cleanable = CLEANER.register(this, observer::unobserved);
  }

  /** The context of the code that produces the result. */
  public Context producer() {
    return observer.producer();
  }

  /** Runs code of the result's producer in the context it belongs in. */
  public void produce(Runnable code) {
    try (Scope ignored = observer.producer().makeCurrent()) {
      code.run();
    }
  }

  /** Runs code of the result's producer in the context it belongs in. */
  public <R extends @Nullable Object> R produce(Supplier<R> code) {
    try (Scope ignored = observer.producer().makeCurrent()) {
      return code.get();
    }
  }

  /** A stand-in for a stream, which is the result or all that the result is about. */
  public <T> Stream<T> stream(Stream<T> stream) {
    return streams.standIn(stream, this);
  }

  /** Runs the caller's code, inside of the producer's, in the caller's own context. */
  public static void consume(Context caller, Runnable code) {
    try (Scope ignored = caller.makeCurrent()) {
      code.run();
    }
  }

  /**
   * The result is about to be delivered once more, in the current context.
   *
   * @return what stands in for this delivery reports to, or {@code null} if nobody listens
   */
  public @Nullable ResultTracker again() {
    ResultObserver next = observer.again();
    return next == null ? null : new ResultTracker(next, streams);
  }

  /** The work begins only now. */
  public void begun() {
    observer.begun();
  }

  /** A piece of the result; call this before the caller sees it. */
  public void chunk(@Nullable Object chunk) {
    observer.chunk(chunk);
  }

  /** Everything was delivered; call this before the caller learns of it. */
  public void completed() {
    observer.completed();
    cleanable.clean();
  }

  /** The result failed; call this before the caller learns of it. */
  public void failed(Throwable thrown) {
    observer.failed(thrown);
    cleanable.clean();
  }

  /** The caller lost interest. */
  public void cancelled() {
    observer.cancelled();
    cleanable.clean();
  }

  /** Makes stand-ins for streams. */
  @FunctionalInterface
  public interface StreamFactory {

    /** A stand-in that reports to the observation. */
    <T> Stream<T> standIn(Stream<T> stream, ResultTracker tracker);
  }
}
