package io.spanloom.example.rag.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.embedding.Embedding;
import io.spanloom.example.rag.document.Passage;
import java.util.List;
import org.junit.jupiter.api.Test;

class FusionTest {

  @Test
  void whatBothSearchesFindComesFirstWhateverTheScores() {
    List<Match> byWords = List.of(match("a", 90), match("b", 80), match("c", 70));
    List<Match> byMeaning = List.of(match("d", 0.9), match("b", 0.8), match("c", 0.1));

    List<Match> fused = Fusion.fuse(3, byWords, byMeaning);

    assertThat(fused).extracting(it -> it.passage().id()).containsExactly("b", "c", "a");
    assertThat(fused.get(0).score()).isEqualTo(2.0 / 62);
  }

  @Test
  void oneEmptyListLeavesTheOther() {
    assertThat(Fusion.fuse(5, List.of(), List.of(match("a", 1), match("b", 0.5))))
        .extracting(it -> it.passage().id())
        .containsExactly("a", "b");
  }

  private static Match match(String id, double score) {
    return new Match(
        new Passage(id, "README.md", "Heading", "text"), Embedding.from(new float[] {1}), score);
  }
}
