package io.spanloom.internal.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.data.PointData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import io.spanloom.internal.convention.Identity;
import io.spanloom.internal.convention.SpanRole;
import io.spanloom.llm.TokenUsage;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Versions of the conventions name metrics differently. */
class MetricConventionTest {

  private static final TokenUsage USAGE = new TokenUsage(100L, 20L, 40L, 10L, 5L, 30L, null);

  @Test
  void theFirstGenAiConventionNamesTheMetrics() {
    assertThat(MetricConvention.of(List.of())).isEqualTo(MetricConvention.GENAI);
    assertThat(MetricConvention.of(List.of("openinference", "genai-dev", "genai")))
        .isEqualTo(MetricConvention.GENAI_DEV);
    assertThat(MetricConvention.of(List.of("genai-1.36"))).isEqualTo(MetricConvention.GENAI_1_36);
  }

  @Test
  void thePinnedVersionHasAHistogramOfTokens() {
    assertThat(points("genai").keySet())
        .containsExactly(
            "gen_ai.client.operation.duration",
            "gen_ai.client.token.usage {gen_ai.token.type=input}",
            "gen_ai.client.token.usage {gen_ai.token.type=output}",
            "gen_ai.workflow.duration",
            "spanloom.operations.active");
  }

  @Test
  void theDevelopmentVersionCountsTokensBySort() {
    Map<String, PointData> points = points("genai-dev");

    assertThat(points.keySet())
        .contains(
            "gen_ai.invoke_workflow.duration",
            "gen_ai.client.inference.duration",
            "gen_ai.client.inference.operation.input_tokens",
            "gen_ai.client.inference.operation.output_tokens");
    assertThat(points.keySet())
        .doesNotContain("gen_ai.workflow.duration", "gen_ai.client.operation.duration");
    assertThat(counted(points, "input_tokens", "audio")).isEqualTo(30);
    assertThat(counted(points, "input_tokens", "unknown")).isEqualTo(70);
    assertThat(counted(points, "output_tokens", "unknown")).isEqualTo(20);
    assertThat(counted(points, "cache_read.input_tokens", "unknown")).isEqualTo(40);
    assertThat(counted(points, "cache_write.input_tokens", "unknown")).isEqualTo(10);
    assertThat(counted(points, "reasoning.output_tokens", "unknown")).isEqualTo(5);
  }

  @Test
  void theProviderIsASystemUpTo136() {
    assertThat(points("genai-1.36").values())
        .filteredOn(point -> point.getAttributes().asMap().containsValue("chat"))
        .isNotEmpty()
        .allSatisfy(
            point ->
                assertThat(point.getAttributes().asMap())
                    .containsEntry(AttributeKey.stringKey("gen_ai.system"), "openai"));
  }

  @Test
  void whereNobodyReadsThereAreNoMetrics() {
    assertThat(metrics(MeterProvider.noop(), "genai")).isNull();
    assertThat(metrics(SdkMeterProvider.builder().build(), "genai")).isNull();
  }

  private static long counted(Map<String, PointData> points, String name, String modality) {
    String key =
        "gen_ai.client.inference.usage." + name + " {gen_ai.token.modality=" + modality + "}";
    return ((LongPointData) points.get(key)).getValue();
  }

  /** A model call and a workflow, by metric and by what else tells the points apart. */
  private static Map<String, PointData> points(String convention) {
    InMemoryMetricReader reader = InMemoryMetricReader.create();
    SdkMeterProvider provider = SdkMeterProvider.builder().registerMetricReader(reader).build();
    Metrics metrics = metrics(provider, convention);
    call(metrics, SpanRole.LLM);
    call(metrics, SpanRole.WORKFLOW);
    Map<String, PointData> points = new TreeMap<>();
    for (MetricData metric : reader.collectAllMetrics()) {
      for (PointData point : metric.getData().getPoints()) {
        Attributes apart =
            point.getAttributes().toBuilder()
                .removeIf(key -> !key.getKey().startsWith("gen_ai.token."))
                .build();
        points.put(metric.getName() + (apart.isEmpty() ? "" : " " + text(apart)), point);
      }
    }
    return points;
  }

  private static String text(Attributes attributes) {
    return attributes.toString().replace("\"", "");
  }

  private static void call(Metrics metrics, SpanRole role) {
    Identity identity =
        new Identity(
            role,
            "name",
            role.operation(),
            null,
            null,
            null,
            null,
            null,
            role == SpanRole.LLM ? "openai" : null,
            role == SpanRole.LLM ? "gpt-4o" : null,
            null,
            null);
    Measured call = Measured.started(identity, Attributes.empty(), null, null);
    metrics.started(call, Context.root());
    metrics.ended(call, call, 1.5, Context.root());
    metrics.modelCall(call, role == SpanRole.LLM ? USAGE : null, null, Context.root());
  }

  private static Metrics metrics(MeterProvider provider, String convention) {
    return Metrics.of(provider, null, List.of(convention), List.of(), text -> {});
  }
}
