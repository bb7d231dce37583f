package io.spanloom.reactor;

import io.spanloom.result.ResultTracker;
import java.util.concurrent.Callable;
import reactor.core.Fuseable;

/** Results whose value, failure or emptiness was there when the method returned. */
final class ImmediateResult {

  private ImmediateResult() {}

  /** Whether the publisher is one of these. */
  static boolean is(Object publisher) {
    return publisher instanceof Fuseable.ScalarCallable;
  }

  /**
   * Tells what {@code just}, {@code error} or {@code empty} were given; no stand-in is needed, and
   * operators see what they can take a shortcut with.
   *
   * @return whether the publisher was one of these
   */
  static boolean observe(Object publisher, ResultTracker tracker) {
    if (!(publisher instanceof Fuseable.ScalarCallable<?> scalar)) {
      return false;
    }
    Object value;
    try {
      value = ((Callable<?>) scalar).call();
    } catch (Throwable failure) {
      tracker.failed(failure);
      return true;
    }
    if (value != null) {
      tracker.chunk(value);
    }
    tracker.completed();
    return true;
  }
}
