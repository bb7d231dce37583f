package io.spanloom.example.rag.search;

import dev.langchain4j.store.embedding.CosineSimilarity;
import io.spanloom.annotations.Attribute;
import io.spanloom.annotations.OpenInference;
import io.spanloom.annotations.Rerank;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Looks at each candidate more closely than a search can, and chooses the best that do not repeat
 * each other (maximal marginal relevance, Carbonell and Goldstein, 1998).
 *
 * <p>No cross-encoder: relevance is the cosine of the embeddings, and the parts of the question's
 * words, rare ones first, that the passage and the headings above it have.
 */
public final class Reranker {

  private static final String MODEL = "cosine+words+mmr";

  private static final double MEANING = 0.5;
  private static final double WORDS = 0.4;
  private static final double HEADING = 0.1;

  /** How much relevance counts beside being different from what is chosen already. */
  private static final double RELEVANCE = 0.8;

  /** The best candidates, best first; scores are relevance, from 0 to 1. */
  @Rerank(model = MODEL)
  public List<Match> rerank(
      @Attribute(key = OpenInference.RERANKER_QUERY, path = "text") Query query,
      List<Match> candidates,
      @Attribute(key = OpenInference.RERANKER_TOP_K) int topK) {
    Rarity terms = Rarity.of(Terms.of(query.text()), candidates);
    List<Match> left =
        new ArrayList<>(
            candidates.stream().map(it -> it.withScore(relevance(query, terms, it))).toList());
    List<Match> chosen = new ArrayList<>();
    while (chosen.size() < topK && !left.isEmpty()) {
      Match next =
          left.stream()
              .max(Comparator.comparingDouble(it -> marginalRelevance(it, chosen)))
              .orElseThrow();
      left.remove(next);
      chosen.add(next);
    }
    chosen.sort(Comparator.comparingDouble(Match::score).reversed());
    return chosen;
  }

  private static double relevance(Query query, Rarity terms, Match match) {
    return MEANING * Math.max(0, query.cosine(match))
        + WORDS * terms.covered(match.passage().searchable())
        + HEADING * terms.covered(match.passage().heading());
  }

  private static double marginalRelevance(Match match, List<Match> chosen) {
    double likest =
        chosen.stream()
            .mapToDouble(it -> CosineSimilarity.between(it.embedding(), match.embedding()))
            .max()
            .orElse(0);
    return RELEVANCE * match.score() - (1 - RELEVANCE) * likest;
  }
}
