package io.spanloom.example.rag.search;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.store.embedding.CosineSimilarity;

/**
 * What is looked for.
 *
 * @param embedding where the text stands, for the search by meaning
 */
public record Query(String text, Embedding embedding) {

  /** How close a passage is in meaning, from -1 to 1. */
  public double cosine(Match match) {
    return cosine(match.embedding());
  }

  /** How close another text is in meaning, from -1 to 1. */
  public double cosine(Embedding other) {
    return CosineSimilarity.between(embedding, other);
  }
}
