package io.spanloom;

import static io.spanloom.Recorded.attributes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.spanloom.RetrievalSdk.EmbedRequest;
import io.spanloom.RetrievalSdk.EmbedResponse;
import io.spanloom.RetrievalSdk.Match;
import io.spanloom.annotations.Agent;
import io.spanloom.annotations.Attribute;
import io.spanloom.annotations.Embedding;
import io.spanloom.annotations.GenAi;
import io.spanloom.annotations.Sensitive;
import io.spanloom.content.ContentMode;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Embeddings: whose, of what, how many and how long; themselves only where they are wanted. */
class EmbeddingTest {

  private static final float[] VECTOR = {0.5f, 0.25f, -1f};

  private Recorded recorded = Recorded.withDefaults();

  @AfterEach
  void close() {
    recorded.close();
  }

  @Test
  void anAdapterReadsRequestAndResponse() {
    bySdk(request("SECRET one", "SECRET two"));

    assertThat(recorded.tree()).isEqualTo("embeddings text-embedding-3-small\n");
    assertThat(attributes(recorded.spans().get(0)))
        .contains(
            entry("openinference.span.kind", "EMBEDDING"),
            entry("gen_ai.operation.name", "embeddings"),
            entry("gen_ai.provider.name", "openai"),
            entry("gen_ai.request.model", "text-embedding-3-small"),
            entry("embedding.model_name", "text-embedding-3-small-v2"),
            entry("server.address", "api.example.com"),
            entry("server.port", 8443L),
            entry("gen_ai.request.encoding_formats", List.of("float")),
            entry("gen_ai.usage.input_tokens", 1000L),
            entry("llm.token_count.prompt", 1000L),
            entry("llm.token_count.total", 1000L),
            entry("gen_ai.embeddings.dimension.count", 3L))
        .containsKeys("llm.cost.prompt", "llm.cost.total")
        .doesNotContainKeys("input.value", "output.value");
    assertThat(attributes(recorded.spans().get(0)).toString()).doesNotContain("SECRET");
  }

  @Test
  void costFollowsThePriceTable() {
    bySdk(request("one"));

    assertThat((Double) attributes(recorded.spans().get(0)).get("llm.cost.total"))
        .isCloseTo(0.00002, within(1e-9));
  }

  @Test
  void theRunsTotalsHaveTokensAndCostButNoModelCall() {
    run();

    assertThat(recorded.tree("spanloom.total.input_tokens", "spanloom.total.inference_calls"))
        .isEqualTo("invoke_agent run 1000 0\n  embeddings text-embedding-3-small\n");
    assertThat(attributes(recorded.span("invoke_agent run"))).containsKey("spanloom.total.cost");
  }

  @Test
  void theAdapterNamesFailures() {
    assertThatIllegalStateException().isThrownBy(() -> failing(request("SECRET")));

    assertThat(recorded.tree("error.type"))
        .isEqualTo("embeddings text-embedding-3-small rate_limit_exceeded ERROR\n");
  }

  @Test
  void resultsOfOnesOwnTellTheirDimension() {
    floats("a");
    doubles("a");
    lists("a");
    arrays("a");
    numbers("a");
    numberLists("a");
    optional("a");
    late("a").join();

    assertThat(recorded.tree("gen_ai.embeddings.dimension.count", "spanloom.output.count"))
        .isEqualTo(
            """
            embeddings 3 1
            embeddings 2 1
            embeddings 3 2
            embeddings 3 2
            embeddings 4 1
            embeddings 2 2
            embeddings 3 1
            embeddings 3 1
            """);
  }

  @Test
  void nothingIsMadeUpWhereNoVectorIs() {
    numbersOf(Collections.emptyList());
    floatsOf(null);
    listsOf(Arrays.asList(null, VECTOR));
    anything("no vector");

    assertThat(recorded.tree("gen_ai.embeddings.dimension.count", "spanloom.output.count"))
        .isEqualTo("embeddings 0\nembeddings\nembeddings 3 2\nembeddings\n");
  }

  @Test
  void whatTheUserSetsWins() {
    declared(768);

    assertThat(recorded.tree("gen_ai.embeddings.dimension.count", "gen_ai.usage.input_tokens"))
        .isEqualTo("embeddings m 768 7\n");
  }

  @Test
  void textsAreContent() {
    capture(SpanloomOptions.builder());
    bySdk(request("SECRET one", "mail of jane@example.com"));
    lists("one text");
    ofTexts(List.of("a", "b"), 3);
    ofDocuments(List.of(Match.of("m-1", 0.5)));

    List<Map<String, Object>> spans = recorded.spans().stream().map(Recorded::attributes).toList();
    assertThat(spans.get(0))
        .contains(
            entry("embedding.embeddings.0.embedding.text", "SECRET one"),
            entry("embedding.embeddings.1.embedding.text", "mail of [EMAIL]"),
            entry("input.value", "[\"SECRET one\",\"mail of [EMAIL]\"]"),
            entry("input.mime_type", "application/json"))
        .doesNotContainKeys("output.value", "embedding.embeddings.0.embedding.vector");
    assertThat(spans.get(1))
        .contains(
            entry("embedding.embeddings.0.embedding.text", "one text"),
            entry("input.value", "one text"))
        .doesNotContainKey("output.value");
    assertThat(spans.get(2))
        .contains(
            entry("embedding.embeddings.0.embedding.text", "a"),
            entry("embedding.embeddings.1.embedding.text", "b"),
            entry("input.value", "{\"texts\":[\"a\",\"b\"],\"dimensions\":3}"));
    assertThat(spans.get(3))
        .containsEntry("embedding.embeddings.0.embedding.text", "SECRET text of m-1");
  }

  @Test
  void whichOfTwoTextsIsEmbeddedIsNotGuessed() {
    capture(SpanloomOptions.builder());
    ofTwo("text", "en");

    assertThat(attributes(recorded.spans().get(0)))
        .containsEntry("input.value", "{\"text\":\"text\",\"language\":\"en\"}")
        .doesNotContainKey("embedding.embeddings.0.embedding.text");
  }

  @Test
  void textsAreBounded() {
    capture(SpanloomOptions.builder().maxDocuments(2).maxContentLength(16));
    ofTexts(List.of("x".repeat(100), "b", "c"), 3);

    assertThat(attributes(recorded.spans().get(0)))
        .contains(
            entry("embedding.embeddings.0.embedding.text", "x".repeat(16)),
            entry("embedding.embeddings.1.embedding.text", "b"))
        .doesNotContainKey("embedding.embeddings.2.embedding.text");
  }

  @Test
  void vectorsAreRecordedWhereTheyAndContentAreWanted() {
    capture(SpanloomOptions.builder().embeddingVectors(true).maxDocuments(1));
    lists("a");
    bySdk(request("one", "two"));
    doubles("a");
    numbers("a");

    assertThat(recorded.spans())
        .extracting(span -> attributes(span).get("embedding.embeddings.0.embedding.vector"))
        .containsExactly(
            List.of(0.5, 0.25, -1.0),
            List.of(0.5, 0.25, -1.0),
            List.of(0.1, 0.2),
            List.of(1.0, 2.0, 3.0, 4.0));
    assertThat(attributes(recorded.spans().get(0)))
        .doesNotContainKey("embedding.embeddings.1.embedding.vector");
  }

  @Test
  void vectorsAreContentToo() {
    recorded.close();
    recorded = Recorded.with(SpanloomOptions.builder().embeddingVectors(true).build());
    lists("a");

    assertThat(attributes(recorded.spans().get(0)))
        .doesNotContainKey("embedding.embeddings.0.embedding.vector");
  }

  @Test
  void eventsHaveThemInPlaceOfTheSpan() {
    recorded.close();
    recorded =
        Recorded.with(
            SpanloomOptions.builder()
                .content(ContentMode.EVENT_ONLY)
                .embeddingVectors(true)
                .build());
    bySdk(request("SECRET"));

    assertThat(attributes(recorded.spans().get(0)).toString()).doesNotContain("SECRET", "vector");
    LogRecordData event = recorded.events().get(0);
    assertThat(RecordedEvent.name(event)).isEqualTo("spanloom.operation.details");
    assertThat(event.getAttributes().toString())
        .contains(
            "embedding.embeddings.0.embedding.text=\"SECRET\"",
            "embedding.embeddings.0.embedding.vector=[0.5, 0.25, -1.0]",
            "gen_ai.usage.input_tokens=1000",
            "gen_ai.embeddings.dimension.count=3");
  }

  @Test
  void whatIsSensitiveIsNotLookedAt() {
    capture(SpanloomOptions.builder().embeddingVectors(true));
    secret("SECRET");

    assertThat(attributes(recorded.spans().get(0)).keySet())
        .noneMatch(key -> key.startsWith("embedding.embeddings"))
        .doesNotContain("gen_ai.embeddings.dimension.count", "input.value");
  }

  @Test
  void tokensAndDurationAreMeasuredSampledOrNot() {
    try (Metered metered = Metered.with(SpanloomOptions.builder().build(), Sampler.alwaysOff())) {
      bySdk(request("one"));

      assertThat(metered.table("gen_ai.client.token.usage"))
          .isEqualTo(
              "gen_ai.operation.name=embeddings gen_ai.provider.name=openai"
                  + " gen_ai.request.model=text-embedding-3-small"
                  + " gen_ai.response.model=text-embedding-3-small-v2 gen_ai.token.type=input"
                  + " server.address=api.example.com server.port=8443 = 1000\n");
      assertThat(metered.table("gen_ai.client.operation.duration")).endsWith("= 1x\n");
      assertThat(metered.table("spanloom.cost")).endsWith("= 0.000020\n");
    }
  }

  @Agent
  EmbedResponse run() {
    return bySdk(request("one"));
  }

  @Embedding
  EmbedResponse bySdk(EmbedRequest request) {
    return new EmbedResponse(
        request.model() + "-v2", 1000L, request.texts().stream().map(text -> VECTOR).toList());
  }

  @Embedding
  EmbedResponse failing(EmbedRequest request) {
    throw new IllegalStateException(request.model());
  }

  @Embedding
  float[] floats(String text) {
    return VECTOR;
  }

  @Embedding
  float[] floatsOf(float[] vector) {
    return vector;
  }

  @Embedding
  double[] doubles(String text) {
    return new double[] {0.1, 0.2};
  }

  @Embedding
  List<float[]> lists(String text) {
    return List.of(VECTOR, VECTOR);
  }

  @Embedding
  List<float[]> listsOf(List<float[]> vectors) {
    return vectors;
  }

  @Embedding
  float[][] arrays(String text) {
    return new float[][] {VECTOR, VECTOR};
  }

  @Embedding
  List<Double> numbers(String text) {
    return List.of(1.0, 2.0, 3.0, 4.0);
  }

  @Embedding
  List<Double> numbersOf(List<Double> vector) {
    return vector;
  }

  @Embedding
  List<List<Float>> numberLists(String text) {
    return List.of(List.of(1f, 2f), List.of(3f, 4f));
  }

  @Embedding
  Optional<float[]> optional(String text) {
    return Optional.of(VECTOR);
  }

  @Embedding
  CompletableFuture<float[]> late(String text) {
    return CompletableFuture.completedFuture(VECTOR);
  }

  @Embedding
  Object anything(String text) {
    return text;
  }

  @Embedding(model = "m")
  @Attribute(key = GenAi.USAGE_INPUT_TOKENS, path = "length")
  float[] declared(@Attribute(key = GenAi.EMBEDDINGS_DIMENSION_COUNT) int dimensions) {
    return new float[7];
  }

  @Embedding
  float[] ofTexts(List<String> texts, int dimensions) {
    return VECTOR;
  }

  @Embedding
  float[] ofTwo(String text, String language) {
    return VECTOR;
  }

  @Embedding
  float[] ofDocuments(List<Match> matches) {
    return VECTOR;
  }

  @Embedding
  @Sensitive
  float[] secret(@Sensitive String text) {
    return VECTOR;
  }

  private void capture(SpanloomOptions.Builder options) {
    recorded.close();
    recorded = Recorded.with(options.content(ContentMode.SPAN_ONLY).build());
  }

  private static EmbedRequest request(String... texts) {
    return new EmbedRequest("text-embedding-3-small", List.of(texts));
  }
}
