package io.spanloom.internal.settings;

/**
 * How much is recorded of what retrievals, rerankings and embeddings deal with.
 *
 * @param maxDocuments the most documents, texts or vectors recorded of one list; the rest is
 *     counted
 * @param vectors whether the embeddings themselves are recorded where content is
 */
public record RetrievalSettings(int maxDocuments, boolean vectors) {

  /**
   * With an id, a score, a text and metadata for each, two lists of them fit into the 128
   * attributes that a span of OpenTelemetry's SDK holds by default.
   */
  public static final int DEFAULT_MAX_DOCUMENTS = 15;
}
