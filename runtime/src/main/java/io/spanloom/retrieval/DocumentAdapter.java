package io.spanloom.retrieval;

import java.util.List;

/**
 * Describes an SDK's documents in neutral terms: a document, a match, or a whole search result.
 *
 * <p>Implementations are found by {@link java.util.ServiceLoader}, need a public constructor
 * without parameters, and are shared between threads. What they throw is logged once, counted, and
 * costs the span some attributes; it never reaches the traced program.
 *
 * @param <T> the SDK's type
 */
public interface DocumentAdapter<T> {

  /** The type whose instances, subtypes included, {@link #documents} reads. */
  Class<T> type();

  /** The documents that a value stands for, best first if it ranks them: one, or many. */
  List<Document> documents(T value);
}
