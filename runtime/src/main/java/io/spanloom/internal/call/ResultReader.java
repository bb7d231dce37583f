package io.spanloom.internal.call;

/**
 * Reads attributes off what a call gives back.
 *
 * @param <R> the type of what is given back, or of what it settles with or delivers piece by piece
 */
public interface ResultReader<R> {

  /** Tells the call its attributes. */
  void read(Call call, R result);
}
