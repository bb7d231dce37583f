package io.spanloom.example.legal.tool;

import io.spanloom.example.legal.corpus.Hit;
import java.util.List;

/** What a search found, best first. */
record SearchResult(List<Hit> hits) {

  int count() {
    return hits.size();
  }
}
