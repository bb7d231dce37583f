package io.spanloom.cost;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is made when it is first asked for. */
final class Once<T> implements Supplier<T> {

  private final Supplier<T> make;
  private volatile @Nullable T value;

  private Once(Supplier<T> make) {
    this.make = make;
  }

  static <T> Supplier<T> of(Supplier<T> make) {
    return new Once<>(make);
  }

  @Override
  public T get() {
    T made = value;
    return made != null ? made : makeOnce();
  }

  private synchronized T makeOnce() {
    if (value == null) {
      value = make.get();
    }
    return Objects.requireNonNull(value);
  }
}
