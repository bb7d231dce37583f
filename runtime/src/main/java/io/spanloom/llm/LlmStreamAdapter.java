package io.spanloom.llm;

/**
 * Describes the chunks in which an SDK streams a response.
 *
 * <p>Implementations are found by {@link java.util.ServiceLoader}, need a public constructor
 * without parameters, keep no state, and are shared between threads. What they throw is logged
 * once, counted, and costs the span some attributes; it never reaches the traced program.
 *
 * @param <C> the SDK's chunk type
 */
public interface LlmStreamAdapter<C> {

  /** The type whose instances, subtypes included, {@link #read} reads. */
  Class<C> chunkType();

  /**
   * Adds what a chunk says to the response. Called for the chunks of one stream in their order,
   * each before the traced program sees it, and never by two threads at once.
   */
  void read(C chunk, StreamedResponse response);
}
