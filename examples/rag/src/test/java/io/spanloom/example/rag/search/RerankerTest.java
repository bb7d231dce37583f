package io.spanloom.example.rag.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.embedding.Embedding;
import io.spanloom.example.rag.document.Passage;
import java.util.List;
import org.junit.jupiter.api.Test;

class RerankerTest {

  private static final Query QUERY =
      new Query("Which variable sets the price table?", vector(1, 0));

  private final Reranker reranker = new Reranker();

  @Test
  void wordsThatFewPassagesHaveDecideBetweenEquals() {
    Match some = match("some", "Settings", "A variable and another variable.", vector(1, 0.5f));
    Match all = match("all", "Settings", "This variable names a price table.", vector(1, 0.5f));

    assertThat(reranker.rerank(QUERY, List.of(some, all), 2))
        .extracting(it -> it.passage().id())
        .containsExactly("all", "some");
  }

  @Test
  void whatSaysTheSameAgainIsLeftOut() {
    Match best = match("best", "Prices", "A price table.", vector(1, 0.3f));
    Match again = match("again", "Prices", "A price table.", vector(1, 0.31f));
    Match other = match("other", "Prices", "The price of a table.", vector(1, -0.3f));

    assertThat(reranker.rerank(QUERY, List.of(best, again, other), 2))
        .extracting(it -> it.passage().id())
        .containsExactlyInAnyOrder("best", "other");
  }

  @Test
  void scoresArePartsOfOneAndFall() {
    List<Match> ranked =
        reranker.rerank(
            QUERY,
            List.of(
                match("far", "Other", "Nothing of it.", vector(0, 1)),
                match("near", "Price", "The price table's variable.", vector(1, 0))),
            5);

    assertThat(ranked).extracting(it -> it.passage().id()).containsExactly("near", "far");
    assertThat(ranked).allSatisfy(it -> assertThat(it.score()).isBetween(0.0, 1.0));
  }

  private static Match match(String id, String heading, String text, Embedding embedding) {
    return new Match(new Passage(id, "README.md", heading, text), embedding, 0);
  }

  private static Embedding vector(float... components) {
    return Embedding.from(components);
  }
}
