package io.spanloom.example.rag.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.example.rag.document.DocumentSet;
import io.spanloom.example.rag.document.Passage;
import io.spanloom.example.rag.embed.Embedder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Measures each stage of the search by questions whose answering passage is known by some words of
 * it, and prints the table of the example's README.
 */
class SearchMeasureTest {

  private static final int CANDIDATES = 15;
  private static final int FIRST = 5;

  private static PassageIndex index;
  private static List<UserQuestion> questions;

  @BeforeAll
  static void embedQuestions() throws IOException {
    Embedder embedder = new Embedder();
    DocumentSet documents = DocumentSet.packaged();
    index =
        new PassageIndexer(embedder, (done, all) -> {})
            .open(Path.of(System.getenv("RAG_INDEX")), documents);
    questions =
        lines()
            .map(line -> line.split(" \\| ", 2))
            .filter(it -> documents.passages().stream().anyMatch(answers(it[1])))
            .map(it -> new UserQuestion(query(embedder, it[0]), answers(it[1])))
            .toList();
  }

  @AfterAll
  static void close() {
    index.close();
  }

  @Test
  void theQuestionsAreAboutTheDocumentsAsTheyAre() throws IOException {
    assertThat(questions).hasSizeGreaterThan((int) (0.8 * lines().count()));
  }

  @Test
  void mostAnswersAreAmongTheFirst() {
    HybridSearch hybrid = new HybridSearch(index);
    Reranker reranker = new Reranker();
    System.out.printf(
        "Of %d questions       first   first %d   mean reciprocal rank%n", questions.size(), FIRST);
    measure("BM25", query -> index.byWords(query, CANDIDATES));
    measure("HNSW", query -> index.byMeaning(query, CANDIDATES));
    measure("fused", query -> hybrid.search(query, CANDIDATES));
    double found =
        measure(
            "reranked", query -> reranker.rerank(query, hybrid.search(query, CANDIDATES), FIRST));

    assertThat(found).isGreaterThanOrEqualTo(0.75);
  }

  /** Which part of the questions has its answer among the first. */
  private static double measure(String stage, Stage search) {
    List<Integer> ranks = questions.stream().map(it -> it.rank(search.search(it.query()))).toList();
    long first = ranks.stream().filter(it -> it == 1).count();
    long among = ranks.stream().filter(it -> it <= FIRST).count();
    double reciprocal = ranks.stream().mapToDouble(it -> 1.0 / it).average().orElse(0);
    System.out.printf(Locale.ROOT, "%-20s %6d %9d %22.2f%n", stage, first, among, reciprocal);
    return (double) among / questions.size();
  }

  private static Query query(Embedder embedder, String question) {
    return new Query(question, embedder.embed(List.of(question)).content().get(0));
  }

  private static Predicate<Passage> answers(String words) {
    return passage -> passage.text().contains(words);
  }

  private static Stream<String> lines() throws IOException {
    try (InputStream file = SearchMeasureTest.class.getResourceAsStream("/questions.txt")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList().stream();
    }
  }

  private interface Stage {

    List<Match> search(Query query);
  }

  /** A question, and what tells the passages that answer it. */
  private record UserQuestion(Query query, Predicate<Passage> answers) {

    /** The place of the first answer; endless when there is none. */
    int rank(List<Match> matches) {
      return IntStream.range(0, matches.size())
          .filter(i -> answers.test(matches.get(i).passage()))
          .map(i -> i + 1)
          .findFirst()
          .orElse(Integer.MAX_VALUE);
    }
  }
}
