package io.spanloom;

import static io.spanloom.Recorded.attributes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.spanloom.annotations.Attribute;
import io.spanloom.annotations.Embedding;
import io.spanloom.annotations.GenAi;
import io.spanloom.annotations.OpenInference;
import io.spanloom.annotations.Rerank;
import io.spanloom.annotations.Retrieval;
import io.spanloom.annotations.Sensitive;
import io.spanloom.annotations.Task;
import io.spanloom.content.ContentMode;
import io.spanloom.internal.call.Tracing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Documents of a program's own types, read by accessors that the compiler found. */
class OwnDocumentsTest {

  record ContextSwitch(
      String id, String text, Double score, String source, @Sensitive String author) {

    static ContextSwitch of(String id, double score) {
      return new ContextSwitch(id, "SECRET text of " + id, score, id + ".pdf", "AUTHOR");
    }
  }

  record Scored(ContextSwitch passage, float relevance) {}

  record Page(List<ContextSwitch> passages, List<String> facets) {}

  record Row(long key, Body body) {}

  record Body(String words, Map<String, Object> extra) {}

  record Embedded(String model, float[] vector) {}

  record Batch(List<float[]> embeddings, int tokens) {}

  static final class Bean {

    public String getDocumentId() {
      return "bean-1";
    }

    public Optional<String> getPageContent() {
      return Optional.of("SECRET bean");
    }

    public int getSimilarity() {
      return 1;
    }
  }

  static final class Faulty {

    public String id() {
      throw new IllegalStateException("not in the mood");
    }
  }

  private static final List<ContextSwitch> TWO =
      List.of(ContextSwitch.of("a", 0.9), ContextSwitch.of("b", 0.5));

  private Recorded recorded = Recorded.withDefaults();

  @AfterEach
  void close() {
    recorded.close();
  }

  @Test
  void recordsAreReadByTheirMembersNames() {
    search("SECRET query", TWO);

    Map<String, Object> span = attributes(recorded.span("retrieval"));
    assertThat(span)
        .contains(
            entry("retrieval.documents.0.document.id", "a"),
            entry("retrieval.documents.0.document.score", 0.9),
            entry("retrieval.documents.1.document.id", "b"),
            entry("spanloom.output.count", 2L),
            entry(
                "gen_ai.retrieval.documents",
                "[{\"id\":\"a\",\"score\":0.9},{\"id\":\"b\",\"score\":0.5}]"));
    assertThat(recorded.everything()).doesNotContain("SECRET", "AUTHOR", "pdf");
  }

  @Test
  void whatTheySayIsContentAndTheQueryIsTheOnlyText() {
    capture();
    search("SECRET query", TWO);

    assertThat(attributes(recorded.span("retrieval")))
        .contains(
            entry("gen_ai.retrieval.query.text", "SECRET query"),
            entry("input.value", "SECRET query"),
            entry("retrieval.documents.0.document.content", "SECRET text of a"),
            entry("retrieval.documents.0.document.metadata", "{\"source\":\"a.pdf\"}"),
            entry(
                "output.value",
                "[{\"id\":\"a\",\"score\":0.9,\"content\":\"SECRET text of a\","
                    + "\"metadata\":{\"source\":\"a.pdf\"}},"
                    + "{\"id\":\"b\",\"score\":0.5,\"content\":\"SECRET text of b\","
                    + "\"metadata\":{\"source\":\"b.pdf\"}}]"));
    assertThat(recorded.everything()).doesNotContain("AUTHOR");
  }

  @Test
  void aLoneQueryIsTheInputToo() {
    capture();
    page("what?");

    assertThat(attributes(recorded.span("retrieval")))
        .contains(
            entry("gen_ai.retrieval.query.text", "what?"),
            entry("input.value", "what?"),
            entry("input.mime_type", "text/plain"));
  }

  @Test
  void manyShapesAreLookedThrough() {
    page("q");
    late("q").join();
    array("q");
    optional("q");
    one("q");
    scored("q");
    scores("q");
    byId("q");
    beans("q");
    try (Stream<ContextSwitch> stream = stream("q")) {
      assertThat(stream).hasSize(2);
    }
    assertThat(iterable("q")).hasSize(2);
    Iterator<ContextSwitch> left = iterator("q");
    while (left.hasNext()) {
      left.next();
    }

    assertThat(
            recorded.tree(
                "retrieval.documents.0.document.id",
                "retrieval.documents.0.document.score",
                "spanloom.output.count"))
        .isEqualTo(
            """
            retrieval a 0.9 2
            retrieval a 0.9 2
            retrieval a 0.9 2
            retrieval a 0.9 1
            retrieval a 0.9 1
            retrieval a 0.25 1
            retrieval a 0.9 1
            retrieval a 0.9 1
            retrieval bean-1 1.0 1
            retrieval a 0.9 2
            retrieval a 0.9 2
            retrieval a 0.9 2
            """);
  }

  @Test
  void attributesSayWhatNamesDoNot() {
    capture();
    rows("q");
    hidden("q");

    assertThat(recorded.spans())
        .allSatisfy(
            span ->
                assertThat(attributes(span))
                    .contains(
                        entry("retrieval.documents.0.document.id", "7"),
                        entry("retrieval.documents.0.document.content", "words"),
                        entry("retrieval.documents.0.document.metadata", "{\"page\":3}")));
  }

  @Test
  void nullsAnywhereAreNothing() {
    search("q", null);
    search("q", Arrays.asList(null, new ContextSwitch(null, null, null, null, null)));
    search("q", Collections.emptyList());
    nowhere("q");

    assertThat(recorded.tree("spanloom.output.count"))
        .isEqualTo("retrieval\nretrieval 2\nretrieval 0\nretrieval\n");
    assertThat(Tracing.failureCount()).isZero();
  }

  @Test
  void anAccessorThatThrowsCostsItsDocumentsAndNothingElse() {
    assertThat(faulty("q")).hasSize(1);

    assertThat(recorded.tree("spanloom.output.count")).isEqualTo("retrieval 0\n");
    assertThat(Tracing.failureCount()).isPositive();
  }

  @Test
  void onlyAsManyAreReadAsAreShown() {
    recorded.close();
    recorded = Recorded.with(SpanloomOptions.builder().maxDocuments(3).build());
    search("q", IntStream.range(0, 40).mapToObj(n -> ContextSwitch.of("p-" + n, n)).toList());

    assertThat(attributes(recorded.span("retrieval")))
        .contains(entry("spanloom.output.count", 40L), entry("spanloom.documents.dropped", 37L))
        .containsKey("retrieval.documents.2.document.id")
        .doesNotContainKey("retrieval.documents.3.document.id");
  }

  @Test
  void exceptionsAboveDoNotQuoteThem() {
    assertThatThrownBy(() -> quoting("q")).hasMessageContaining("SECRET");

    assertThat(recorded.everything()).doesNotContain("SECRET");
  }

  @Test
  void aRerankingsInputIsReadBeforeItSortsInPlace() {
    sortInPlace("q", new ArrayList<>(TWO), List.of("rule"));

    assertThat(attributes(recorded.span("rerank")))
        .contains(
            entry("reranker.input_documents.0.document.id", "a"),
            entry("reranker.input_documents.1.document.id", "b"),
            entry("reranker.output_documents.0.document.id", "b"),
            entry("reranker.output_documents.1.document.id", "a"),
            entry("spanloom.rerank.ranks_before", List.of(2L, 1L)));
  }

  @Test
  void aRerankingsContentIsBothLists() {
    capture();
    rank("SECRET query", new Page(TWO, List.of("facet")));

    assertThat(attributes(recorded.span("rerank")))
        .contains(
            entry("reranker.query", "SECRET query"),
            entry("input.value", "SECRET query"),
            entry("reranker.input_documents.0.document.content", "SECRET text of a"),
            entry("reranker.output_documents.0.document.content", "SECRET text of b"),
            entry("reranker.output_documents.0.document.score", 0.75),
            entry("spanloom.rerank.ranks_before", List.of(2L)));
  }

  @Test
  void vectorsInsideOwnRecordsTellTheirDimension() {
    embedded("q");
    batch("q");

    assertThat(
            recorded.tree(
                "gen_ai.embeddings.dimension.count",
                "gen_ai.usage.input_tokens",
                "spanloom.output.count"))
        .isEqualTo("embeddings 3 1\nembeddings 2 9 2\n");
  }

  @Retrieval
  List<ContextSwitch> search(String query, List<ContextSwitch> found) {
    return found;
  }

  @Retrieval
  Page page(String query) {
    return new Page(TWO, List.of("facet"));
  }

  @Retrieval
  Page nowhere(String query) {
    return new Page(null, null);
  }

  @Retrieval
  CompletableFuture<Page> late(String query) {
    return CompletableFuture.completedFuture(page());
  }

  @Retrieval
  ContextSwitch[] array(String query) {
    return TWO.toArray(ContextSwitch[]::new);
  }

  @Retrieval
  Optional<ContextSwitch> optional(String query) {
    return Optional.of(TWO.get(0));
  }

  @Retrieval
  ContextSwitch one(String query) {
    return TWO.get(0);
  }

  @Retrieval
  Set<Scored> scored(String query) {
    return Set.of(new Scored(TWO.get(0), 0.25f));
  }

  @Retrieval
  Map<ContextSwitch, Double> scores(String query) {
    Map<ContextSwitch, Double> scores = new LinkedHashMap<>();
    scores.put(new ContextSwitch("a", "text", null, null, null), 0.9);
    return scores;
  }

  @Retrieval
  Map<String, ContextSwitch> byId(String query) {
    return Map.of("a", new ContextSwitch(null, "text", 0.9, null, null));
  }

  @Retrieval
  List<? extends Bean> beans(String query) {
    return List.of(new Bean());
  }

  @Retrieval
  Stream<ContextSwitch> stream(String query) {
    return TWO.stream();
  }

  @Retrieval
  Iterable<ContextSwitch> iterable(String query) {
    return TWO;
  }

  @Retrieval
  Iterator<ContextSwitch> iterator(String query) {
    return TWO.stream().iterator();
  }

  @Retrieval
  List<Faulty> faulty(String query) {
    return List.of(new Faulty());
  }

  @Retrieval
  @Attribute(key = OpenInference.DOCUMENT_ID, path = "key")
  @Attribute(key = OpenInference.DOCUMENT_CONTENT, path = "body.words")
  @Attribute(key = OpenInference.DOCUMENT_METADATA, path = "body.extra")
  List<Row> rows(String query) {
    return List.of(new Row(7, new Body("words", Map.of("page", 3))));
  }

  record Inner(List<Row> first, List<Row> second) {}

  @Retrieval
  @Attribute(key = OpenInference.RETRIEVAL_DOCUMENTS, path = "second")
  @Attribute(key = OpenInference.DOCUMENT_ID, path = "key")
  @Attribute(key = OpenInference.DOCUMENT_CONTENT, path = "body.words")
  @Attribute(key = OpenInference.DOCUMENT_METADATA, path = "body.extra")
  Inner hidden(String query) {
    return new Inner(List.of(), rows());
  }

  @Rerank
  List<ContextSwitch> sortInPlace(String query, List<ContextSwitch> passages, List<String> rules) {
    passages.sort(Comparator.comparing(ContextSwitch::score));
    return passages;
  }

  @Rerank
  List<Scored> rank(String query, Page page) {
    return List.of(new Scored(page.passages().get(1), 0.75f));
  }

  @Task
  void quoting(String question) {
    throw new IllegalStateException("no answer in " + search("q", TWO).get(0).text());
  }

  @Embedding
  Embedded embedded(String text) {
    return new Embedded("m", new float[3]);
  }

  @Embedding
  @Attribute(key = GenAi.USAGE_INPUT_TOKENS, path = "tokens")
  Batch batch(String text) {
    return new Batch(List.of(new float[2], new float[2]), 9);
  }

  private static Page page() {
    return new Page(TWO, List.of());
  }

  private static List<Row> rows() {
    return List.of(new Row(7, new Body("words", Map.of("page", 3))));
  }

  private void capture() {
    recorded.close();
    recorded = Recorded.with(SpanloomOptions.builder().content(ContentMode.SPAN_ONLY).build());
  }
}
