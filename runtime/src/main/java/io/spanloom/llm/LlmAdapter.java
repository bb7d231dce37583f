package io.spanloom.llm;

/**
 * Describes an SDK's request and response types in neutral terms.
 *
 * <p>Implementations are found by {@link java.util.ServiceLoader}, need a public constructor
 * without parameters, and are shared between threads. What they throw is logged once, counted, and
 * costs the span some attributes; it never reaches the traced program.
 *
 * <p>Where an SDK's methods take a request in several arguments, each type that tells a part of it
 * has an adapter. The parts found among a call's arguments, and in lists among them, are one
 * request: of each figure the first counts, messages and tools add up.
 *
 * @param <Q> the SDK's request type
 * @param <R> the SDK's response type
 */
public interface LlmAdapter<Q, R> extends ProviderErrors {

  /** The type whose instances, subtypes included, {@link #request} reads. */
  Class<Q> requestType();

  /** The type whose instances, subtypes included, {@link #response} reads. */
  Class<R> responseType();

  /** A view of the request; its methods are called only as far as their answers are recorded. */
  LlmRequest request(Q request);

  /** A view of the response; its methods are called only as far as their answers are recorded. */
  LlmResponse response(R response);
}
