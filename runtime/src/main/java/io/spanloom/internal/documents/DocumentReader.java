package io.spanloom.internal.documents;

/**
 * Reads a document off a value of the program's own; generated, with the accessors that the
 * compiler found.
 *
 * @param <T> the value's type
 */
@FunctionalInterface
public interface DocumentReader<T> {

  /** Tells what the document is; called only when the span is recorded, never with null. */
  void read(DocumentFields document, T value);
}
