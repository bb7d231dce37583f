package io.spanloom.example.rag.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Weighs a question's terms: the fewer candidates have one, the more it weighs. */
final class Rarity {

  private final Map<String, Double> weights = new HashMap<>();
  private final double whole;

  private Rarity(Set<String> terms, List<Set<String>> candidates) {
    double sum = 0;
    for (String term : terms) {
      long having = candidates.stream().filter(it -> it.contains(term)).count();
      double weight = Math.log(1 + (candidates.size() + 1.0) / (having + 1));
      weights.put(term, weight);
      sum += weight;
    }
    this.whole = sum;
  }

  static Rarity of(Set<String> terms, List<Match> candidates) {
    return new Rarity(
        terms, candidates.stream().map(it -> Terms.of(it.passage().searchable())).toList());
  }

  /** Which part of the terms, by weight, a text has: from 0 to 1. */
  double covered(String text) {
    Set<String> there = Terms.of(text);
    double sum = 0;
    for (Map.Entry<String, Double> weight : weights.entrySet()) {
      sum += there.contains(weight.getKey()) ? weight.getValue() : 0;
    }
    return whole == 0 ? 0 : sum / whole;
  }
}
