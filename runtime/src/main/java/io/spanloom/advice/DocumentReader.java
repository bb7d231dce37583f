package io.spanloom.advice;

import io.spanloom.retrieval.Document;
import org.jspecify.annotations.Nullable;

/**
 * Reads a document off a value of the program's own; generated, with the accessors that the
 * compiler found.
 *
 * @param <T> the value's type
 */
@FunctionalInterface
public interface DocumentReader<T> {

  /** The document, or {@code null} if the value is none. */
  @Nullable Document read(T value);
}
