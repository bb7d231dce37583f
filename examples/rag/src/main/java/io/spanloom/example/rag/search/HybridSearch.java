package io.spanloom.example.rag.search;

import io.spanloom.annotations.Task;
import java.util.List;

/** Asks both ways, for words and for meaning, and makes one list of what they find. */
public final class HybridSearch {

  private final PassageIndex index;

  /** A search in an index. */
  public HybridSearch(PassageIndex index) {
    this.index = index;
  }

  /** The passages that either search puts high, those that both do first. */
  @Task("hybrid_search")
  public List<Match> search(Query query, int topK) {
    return Fusion.fuse(topK, index.byWords(query, topK), index.byMeaning(query, topK));
  }
}
