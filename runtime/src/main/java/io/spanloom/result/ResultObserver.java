package io.spanloom.result;

import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/**
 * Learns what becomes of a result that is not all there yet.
 *
 * <p>The first of {@link #completed}, {@link #failed}, {@link #cancelled} and {@link #unobserved}
 * ends it; what comes later, from whichever thread, is ignored. No method throws.
 */
public interface ResultObserver {

  /** The context of the code that produces the result. */
  Context producer();

  /** The work begins only now; called at most once, by lazy results. */
  void begun();

  /** A piece of the result, before the caller sees it. */
  void chunk(@Nullable Object chunk);

  /** Everything was delivered, or as much as the caller wanted. */
  void completed();

  /** The result failed. */
  void failed(Throwable thrown);

  /** The caller lost interest before the end. */
  void cancelled();

  /**
   * The result is about to be delivered once more, in the current context: the same call again.
   *
   * @return what observes this delivery, or {@code null} if nothing does
   */
  @Nullable ResultObserver again();

  /** Nobody holds the result any more, and nobody saw its end. */
  void unobserved();
}
