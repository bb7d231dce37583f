package io.spanloom.example.rag.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reciprocal rank fusion (Cormack, Clarke and Büttcher, 2009): makes one list of several whose
 * scores cannot be compared, by ranks alone.
 */
final class Fusion {

  /** The constant of the paper: how little the first ranks count more than those that follow. */
  private static final int K = 60;

  private Fusion() {}

  @SafeVarargs
  static List<Match> fuse(int topK, List<Match>... rankings) {
    Map<String, Match> fused = new LinkedHashMap<>();
    for (List<Match> ranking : rankings) {
      for (int rank = 1; rank <= ranking.size(); rank++) {
        Match match = ranking.get(rank - 1).withScore(1.0 / (K + rank));
        fused.merge(match.passage().id(), match, (a, b) -> a.withScore(a.score() + b.score()));
      }
    }
    List<Match> best = new ArrayList<>(fused.values());
    best.sort(Comparator.comparingDouble(Match::score).reversed());
    return best.stream().limit(topK).toList();
  }
}
