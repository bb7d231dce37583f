package io.spanloom.example.rag.search;

import dev.langchain4j.data.embedding.Embedding;
import io.spanloom.example.rag.document.Passage;

/**
 * A passage that a search found.
 *
 * @param embedding where the passage stands
 * @param score how well it matches, on the scale of whoever ranked it
 */
public record Match(Passage passage, Embedding embedding, double score) {

  Match withScore(double other) {
    return new Match(passage, embedding, other);
  }
}
