package io.spanloom.llm;

/**
 * Describes an SDK's types for computing embeddings in neutral terms.
 *
 * <p>Implementations are found by {@link java.util.ServiceLoader}, need a public constructor
 * without parameters, and are shared between threads. What they throw is logged once, counted, and
 * costs the span some attributes; it never reaches the traced program.
 *
 * @param <Q> the SDK's request type; {@code Void} if its methods take the texts themselves
 * @param <R> the SDK's response type
 */
public interface EmbeddingAdapter<Q, R> extends ProviderErrors {

  /** The type whose instances, subtypes included, {@link #request} reads. */
  Class<Q> requestType();

  /** The type whose instances, subtypes included, {@link #response} reads. */
  Class<R> responseType();

  /** A view of the request; its methods are called only as far as their answers are recorded. */
  EmbeddingRequest request(Q request);

  /** A view of the response; its methods are called only as far as their answers are recorded. */
  EmbeddingResponse response(R response);
}
