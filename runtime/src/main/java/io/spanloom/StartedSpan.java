package io.spanloom;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import io.spanloom.internal.deferred.StartedCall;
import java.lang.ref.Cleaner;
import java.lang.ref.Cleaner.Cleanable;
import java.lang.ref.Reference;
import org.jspecify.annotations.Nullable;

/**
 * A span that your code ends, for APIs that call back: start it before the request, end it in the
 * callback, on any thread.
 *
 * <pre>{@code
 * StartedSpan span = Spans.tool("search").callId(id).arguments(json).start();
 * try (Scope scope = span.makeCurrent()) {
 *   client.search(json, new Callback() {
 *     public void onSuccess(String found) { span.end(found); }
 *     public void onFailure(Throwable failure) { span.fail(failure); }
 *   });
 * }
 * }</pre>
 *
 * <p>The first of {@link #end()}, {@link #end(Object)} and {@link #fail} ends the span; later calls
 * do nothing. A span that is never ended ends when the garbage collector finds that nobody holds
 * this object: at the time of its last use, with {@code spanloom.end = unobserved}.
 */
public final class StartedSpan extends SpanHandle {

  private static final Cleaner CLEANER = Cleaner.create();

  private final @Nullable StartedCall call;
  private final @Nullable Cleanable cleanable;

  /**
   * A span that has started.
   *
   * @param call {@code null} where nothing is traced
   */
  StartedSpan(@Nullable StartedCall call) {
    super(call == null ? Span.getInvalid() : call.span());
    this.call = call;
    this.cleanable = call == null ? null : CLEANER.register(this, call::unobserved);
  }

  /**
   * Makes the span current on this thread until the scope is closed: spans that start meanwhile are
   * its children. It does not end the span, and may be called several times, on several threads.
   */
  @SuppressWarnings("MustBeClosedChecker") // closed by the scope that is returned
  public Scope makeCurrent() {
    if (call == null) {
      return Scope.noop();
    }
    Scope scope = call.inner().makeCurrent();
    return () -> {
      try {
        scope.close();
      } finally {
        Reference.reachabilityFence(this); // a span that is current is in use
      }
    };
  }

  /** Ends the span of a call that gave nothing back. */
  public void end() {
    end(null);
  }

  /**
   * Ends the span of a call that gave a result back, which is recorded as what {@link
   * SpanCall#call} returns is. If it is a {@code CompletionStage} or {@code Future}, the span ends
   * when that settles.
   */
  public void end(@Nullable Object result) {
    end(result, null);
  }

  /** Ends the span of a call that failed, with the error. */
  public void fail(@Nullable Throwable thrown) {
    end(null, thrown);
  }

  private void end(@Nullable Object result, @Nullable Throwable thrown) {
    if (call != null && cleanable != null) {
      call.end(result, thrown);
      cleanable.clean();
    }
  }

  @Override
  <T> void write(AttributeKey<T> key, T value) {
    if (call != null) {
      call.setAttribute(key, value);
    }
  }

  @Override
  boolean takesEvents() {
    return call != null && call.isOpen() && super.takesEvents();
  }
}
