package io.spanloom.example.rag.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.SpanBuilder;
import io.spanloom.testing.SpanloomExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CostTableTest {

  @RegisterExtension static final SpanloomExtension spanloom = SpanloomExtension.create();

  @Test
  void addsUpModelCallsByFeatureAndTenant() {
    call("search", "globex", 0.002);
    call("chat", "acme", 0.001);
    call("search", "globex", 0.003);
    span("search", "globex").setAttribute("gen_ai.operation.name", "retrieval").startSpan().end();

    assertThat(CostTable.render(spanloom.spans()))
        .isEqualTo(
            """
            feature        tenant     calls       in      out        cost
            chat           acme           1      100       10   $0.001000
            search         globex         2      200       20   $0.005000
            all                           3      300       30   $0.006000
            """);
  }

  @Test
  void aSumWithAnUnknownPartIsUnknown() {
    call("search", "acme", 0.002);
    chat("search", "acme").startSpan().end();

    assertThat(CostTable.render(spanloom.spans()))
        .contains("search         acme           2      200       20    no price");
  }

  private static void call(String feature, String tenant, double cost) {
    chat(feature, tenant).setAttribute("llm.cost.total", cost).startSpan().end();
  }

  private static SpanBuilder chat(String feature, String tenant) {
    return span(feature, tenant)
        .setAttribute("gen_ai.operation.name", "chat")
        .setAttribute("gen_ai.usage.input_tokens", 100)
        .setAttribute("gen_ai.usage.output_tokens", 10);
  }

  private static SpanBuilder span(String feature, String tenant) {
    return spanloom
        .openTelemetry()
        .getTracer("test")
        .spanBuilder("chat m")
        .setAttribute("app.feature", feature)
        .setAttribute("app.tenant_id", tenant);
  }
}
