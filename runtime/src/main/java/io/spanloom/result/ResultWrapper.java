package io.spanloom.result;

import org.jspecify.annotations.Nullable;

/**
 * Makes stand-ins for results of one type, which tell what the results deliver and when they end.
 *
 * <p>Implementations are found by {@link java.util.ServiceLoader}, need a public constructor
 * without parameters, and are shared between threads. What they throw while wrapping is logged
 * once, and the caller gets the result itself.
 *
 * <p>A stand-in passes everything on unchanged: order, demand, exceptions, laziness. It subscribes
 * or reads exactly as often as its caller does.
 *
 * @param <T> the type
 */
public interface ResultWrapper<T> {

  /**
   * The result type of methods whose results this wraps: the declared one, not a subtype. The
   * annotation processor knows the same types by name.
   */
  Class<T> type();

  /**
   * Whether the result delivers one value at most: that is then what the call returned, as if it
   * had waited, and no stream of pieces.
   */
  default boolean isSingle(T result) {
    return false;
  }

  /**
   * Whether the result does its work again when it is asked again, so that {@link
   * ResultTracker#again} will be.
   */
  default boolean isRepeatable(T result) {
    return false;
  }

  /**
   * A stand-in, or {@code null} if this result is better left as it is; its span then ends when the
   * method returns. The result itself must not have been touched in that case.
   */
  @Nullable T wrap(T result, ResultTracker tracker);
}
