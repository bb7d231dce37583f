package io.spanloom;

import static io.spanloom.Recorded.attributes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.spanloom.RetrievalSdk.Match;
import io.spanloom.RetrievalSdk.MatchPage;
import io.spanloom.annotations.Rerank;
import io.spanloom.annotations.Retrieval;
import io.spanloom.annotations.Sensitive;
import io.spanloom.content.ContentMode;
import io.spanloom.content.Preset;
import io.spanloom.internal.call.Tracing;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The documents that retrievals find and rerankings put in order. */
class RetrievalTest {

  private static final Match BOOK =
      new Match("book-1", "SECRET of jane@example.com", 0.9, Map.of("source", "SECRET.pdf"));

  private Recorded recorded = Recorded.withDefaults();

  @AfterEach
  void close() {
    recorded.close();
  }

  @Test
  void idsScoresAndCountsAreAlwaysThere() {
    find("SECRET query", List.of(BOOK, Match.of("book-2", 0.5)));

    Map<String, Object> span = attributes(recorded.span("retrieval library"));
    assertThat(span)
        .contains(
            entry("openinference.span.kind", "RETRIEVER"),
            entry("retrieval.documents.0.document.id", "book-1"),
            entry("retrieval.documents.0.document.score", 0.9),
            entry("retrieval.documents.1.document.id", "book-2"),
            entry("retrieval.documents.1.document.score", 0.5),
            entry(
                "gen_ai.retrieval.documents",
                "[{\"id\":\"book-1\",\"score\":0.9},{\"id\":\"book-2\",\"score\":0.5}]"),
            entry("spanloom.output.count", 2L))
        .doesNotContainKeys("spanloom.documents.dropped", "output.value", "input.value");
    assertThat(span.toString()).doesNotContain("SECRET");
  }

  @Test
  void whatTheySayIsContentAndRedacted() {
    capture(SpanloomOptions.builder());
    find("query", List.of(BOOK));

    String json =
        "[{\"id\":\"book-1\",\"score\":0.9,\"content\":\"SECRET of [EMAIL]\","
            + "\"metadata\":{\"source\":\"SECRET.pdf\"}}]";
    assertThat(attributes(recorded.span("retrieval library")))
        .contains(
            entry("retrieval.documents.0.document.content", "SECRET of [EMAIL]"),
            entry("retrieval.documents.0.document.metadata", "{\"source\":\"SECRET.pdf\"}"),
            entry("gen_ai.retrieval.documents", json),
            entry("output.value", json),
            entry("output.mime_type", "application/json"));
  }

  @Test
  void eventsHaveTheirContentStructured() {
    recorded.close();
    recorded = Recorded.with(SpanloomOptions.builder().content(ContentMode.EVENT_ONLY).build());
    find("query", List.of(BOOK));

    assertThat(attributes(recorded.span("retrieval library")))
        .containsEntry("retrieval.documents.0.document.id", "book-1")
        .doesNotContainKey("retrieval.documents.0.document.content");
    LogRecordData event = recorded.events().get(0);
    assertThat(RecordedEvent.name(event)).isEqualTo("spanloom.operation.details");
    assertThat(event.getAttributes().toString())
        .contains("retrieval.documents.0.document.content=\"SECRET of [EMAIL]\"");
    assertThat(RecordedEvent.json(event, "gen_ai.retrieval.documents"))
        .startsWith("[{")
        .contains("SECRET of [EMAIL]");
  }

  @Test
  void documentsBeyondTheBoundAreCounted() {
    capture(SpanloomOptions.builder().maxDocuments(2).maxContentLength(200));
    find("query", IntStream.range(0, 50).mapToObj(RetrievalTest::longOne).toList());

    Map<String, Object> span = attributes(recorded.span("retrieval library"));
    assertThat(span)
        .contains(entry("spanloom.output.count", 50L), entry("spanloom.documents.dropped", 48L))
        .containsKey("retrieval.documents.1.document.id")
        .doesNotContainKey("retrieval.documents.2.document.id");
    assertThat((String) span.get("retrieval.documents.0.document.content")).hasSize(200);
    assertThat((String) span.get("gen_ai.retrieval.documents"))
        .hasSizeLessThanOrEqualTo(200)
        .contains("\"id\":\"d-0\"", "\"id\":\"d-1\"")
        .endsWith("\"}]");
  }

  @Test
  void anEmptyResultIsRecorded() {
    find("query", List.of());
    none("query");

    assertThat(recorded.tree("spanloom.output.count"))
        .isEqualTo("retrieval library 0\nretrieval\n");
  }

  @Test
  void resultsOfManyShapesAreLookedThrough() {
    page(new MatchPage(List.of(BOOK), "next"));
    array(BOOK, BOOK);
    optional(BOOK);
    one(BOOK);
    late(List.of(BOOK)).join();
    nested(List.of(List.of(BOOK), List.of(BOOK, BOOK)));
    texts(List.of("a", "b"));
    rows(List.of(Map.of("ID", 7, "page_content", "text", "relevance_score", 0.5f)));
    scores(ordered("a", 0.5, "b", 0.25));
    byId(Map.of("id-1", BOOK));

    assertThat(
            recorded.tree(
                "retrieval.documents.0.document.id",
                "retrieval.documents.0.document.score",
                "spanloom.output.count"))
        .isEqualTo(
            """
            retrieval book-1 0.9 1
            retrieval book-1 0.9 2
            retrieval book-1 0.9 1
            retrieval book-1 0.9 1
            retrieval book-1 0.9 1
            retrieval book-1 0.9 3
            retrieval 2
            retrieval 7 0.5 1
            retrieval a 0.5 2
            retrieval book-1 0.9 1
            """);
  }

  @Test
  void streamsAreReadAsTheyPass() {
    try (Stream<Match> matches = stream(List.of(BOOK, Match.of("book-2", 0.5)))) {
      assertThat(matches).hasSize(2);
    }
    Iterator<Match> left = iterator(List.of(BOOK, BOOK));
    left.next();
    while (left.hasNext()) {
      left.next();
    }

    assertThat(recorded.tree("retrieval.documents.0.document.id", "spanloom.output.count"))
        .isEqualTo("retrieval book-1 2\nretrieval book-1 2\n");
  }

  @Test
  void listsOfOnesOwnAreNotRun() {
    listOf(
        new AbstractList<>() {
          @Override
          public Match get(int index) {
            throw new AssertionError("looked into");
          }

          @Override
          public int size() {
            return 3;
          }
        });

    assertThat(recorded.tree("spanloom.output.count")).isEqualTo("retrieval 3\n");
  }

  @Test
  void anAdapterThatFailsCostsWhatItWouldHaveRead() {
    long before = Tracing.failureCount();
    listOf(List.of(BOOK, Match.of("breaks-adapter", 0.1), BOOK));

    assertThat(recorded.tree("retrieval.documents.0.document.id")).isEqualTo("retrieval book-1\n");
    assertThat(Tracing.failureCount()).isGreaterThan(before);
  }

  @Test
  void theHealthPresetKeepsIdsToo() {
    recorded.close();
    recorded = Recorded.with(SpanloomOptions.builder().preset(Preset.HEALTH).build());
    find("query", List.of(BOOK));

    assertThat(attributes(recorded.span("retrieval library")))
        .containsEntry("retrieval.documents.0.document.score", 0.9)
        .containsEntry("gen_ai.retrieval.documents", "[{\"score\":0.9}]")
        .doesNotContainKey("retrieval.documents.0.document.id");
  }

  @Test
  void aSensitiveResultIsNotLookedAt() {
    capture(SpanloomOptions.builder());
    secret(BOOK);

    assertThat(attributes(recorded.spans().get(0)).toString()).doesNotContain("book-1", "SECRET");
  }

  @Test
  void aRerankingHasItsDocumentsBeforeAndAfter() {
    rank("query", new ArrayList<>(List.of(BOOK, Match.of("b", 0.5), Match.of("c", 0.7))));

    Map<String, Object> span = attributes(recorded.span("rerank rerank-3"));
    assertThat(span)
        .contains(
            entry("openinference.span.kind", "RERANKER"),
            entry("reranker.input_documents.0.document.id", "book-1"),
            entry("reranker.input_documents.1.document.id", "b"),
            entry("reranker.input_documents.1.document.score", 0.5),
            entry("reranker.input_documents.2.document.id", "c"),
            entry("reranker.output_documents.0.document.id", "b"),
            entry("reranker.output_documents.1.document.id", "c"),
            entry("spanloom.input.count", 3L),
            entry("spanloom.output.count", 2L),
            entry("spanloom.rerank.ranks_before", List.of(2L, 3L)))
        .doesNotContainKeys("reranker.query", "reranker.input_documents.0.document.content");
    assertThat(span.toString()).doesNotContain("SECRET");
  }

  @Test
  void aRerankingsContentIsWhatItWasGivenAndGaveBack() {
    capture(SpanloomOptions.builder());
    texts("query", List.of("first", "second"));

    assertThat(attributes(recorded.span("rerank")))
        .contains(
            entry("reranker.input_documents.0.document.content", "first"),
            entry("reranker.input_documents.1.document.content", "second"),
            entry("reranker.output_documents.0.document.content", "second"),
            entry("reranker.output_documents.1.document.content", "first"),
            entry("spanloom.rerank.ranks_before", List.of(2L, 1L)));
  }

  @Retrieval(dataSource = "library")
  List<Match> find(String query, List<Match> found) {
    return found;
  }

  @Retrieval
  List<Match> none(String query) {
    return null;
  }

  @Retrieval
  MatchPage page(MatchPage page) {
    return page;
  }

  @Retrieval
  Match[] array(Match... matches) {
    return matches;
  }

  @Retrieval
  Optional<Match> optional(Match match) {
    return Optional.of(match);
  }

  @Retrieval
  Match one(Match match) {
    return match;
  }

  @Retrieval
  CompletableFuture<List<Match>> late(List<Match> matches) {
    return CompletableFuture.completedFuture(matches);
  }

  @Retrieval
  Collection<List<Match>> nested(List<List<Match>> matches) {
    return matches;
  }

  @Retrieval
  List<String> texts(List<String> texts) {
    return texts;
  }

  @Retrieval
  List<Map<String, Object>> rows(List<Map<String, Object>> rows) {
    return rows;
  }

  @Retrieval
  Map<String, Double> scores(Map<String, Double> scores) {
    return scores;
  }

  @Retrieval
  Map<String, Match> byId(Map<String, Match> matches) {
    return matches;
  }

  @Retrieval
  Stream<Match> stream(List<Match> matches) {
    return matches.stream();
  }

  @Retrieval
  Iterator<Match> iterator(List<Match> matches) {
    return matches.stream().iterator();
  }

  @Retrieval
  List<Match> listOf(List<Match> matches) {
    return matches;
  }

  @Retrieval
  @Sensitive
  Match secret(@Sensitive Match match) {
    return match;
  }

  /** Sorts in place, as many do. */
  @Rerank(model = "rerank-3")
  List<Match> rank(String query, List<Match> matches) {
    matches.sort(Comparator.comparing(Match::id));
    return matches.stream().filter(match -> !match.id().equals("book-1")).toList();
  }

  @Rerank
  List<String> texts(String query, List<String> texts) {
    return List.of(texts.get(1), texts.get(0));
  }

  private static Match longOne(int number) {
    return new Match("d-" + number, "x".repeat(1000), 1.0 / (number + 1), Map.of());
  }

  private static Map<String, Double> ordered(String a, double x, String b, double y) {
    Map<String, Double> scores = new LinkedHashMap<>();
    scores.put(a, x);
    scores.put(b, y);
    return scores;
  }

  private void capture(SpanloomOptions.Builder options) {
    recorded.close();
    recorded = Recorded.with(options.content(ContentMode.SPAN_ONLY).build());
  }
}
