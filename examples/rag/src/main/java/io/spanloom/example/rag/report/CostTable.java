package io.spanloom.example.rag.report;

import static io.opentelemetry.api.common.AttributeKey.doubleKey;
import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What model calls cost, by feature and tenant: each span says on whose behalf it ran. */
public final class CostTable {

  private static final AttributeKey<String> OPERATION = stringKey("gen_ai.operation.name");
  private static final AttributeKey<String> FEATURE = stringKey("app.feature");
  private static final AttributeKey<String> TENANT = stringKey("app.tenant_id");
  private static final AttributeKey<Long> INPUT = longKey("gen_ai.usage.input_tokens");
  private static final AttributeKey<Long> OUTPUT = longKey("gen_ai.usage.output_tokens");
  private static final AttributeKey<Double> COST = doubleKey("llm.cost.total");

  private CostTable() {}

  /** The table, one line per feature and tenant, and the sum. */
  public static String render(Collection<SpanData> spans) {
    Map<Payer, Use> uses =
        new TreeMap<>(Comparator.comparing(Payer::feature).thenComparing(Payer::tenant));
    for (SpanData span : spans) {
      Attributes attributes = span.getAttributes();
      if ("chat".equals(attributes.get(OPERATION))) {
        uses.merge(Payer.of(attributes), Use.of(attributes), Use::plus);
      }
    }
    StringBuilder table = new StringBuilder();
    table.append(row("feature", "tenant", "calls", "in", "out", "cost"));
    uses.forEach((payer, use) -> table.append(use.row(payer.feature, payer.tenant)));
    if (uses.size() > 1) {
      table.append(uses.values().stream().reduce(Use.NONE, Use::plus).row("all", ""));
    }
    return table.toString();
  }

  private static String row(Object... cells) {
    return String.format(Locale.ROOT, "%-14s %-10s %5s %8s %8s %11s%n", cells);
  }

  private record Payer(String feature, String tenant) {

    static Payer of(Attributes attributes) {
      return new Payer(or(attributes.get(FEATURE)), or(attributes.get(TENANT)));
    }

    private static String or(@Nullable String value) {
      return value == null ? "-" : value;
    }
  }

  /**
   * Calls, tokens, dollars.
   *
   * @param priced whether all calls have a price: a sum of some would be wrong
   */
  private record Use(long calls, long input, long output, double cost, boolean priced) {

    static final Use NONE = new Use(0, 0, 0, 0, true);

    static Use of(Attributes attributes) {
      Long input = attributes.get(INPUT);
      Long output = attributes.get(OUTPUT);
      Double cost = attributes.get(COST);
      return new Use(
          1,
          input == null ? 0 : input,
          output == null ? 0 : output,
          cost == null ? 0 : cost,
          cost != null);
    }

    Use plus(Use other) {
      return new Use(
          calls + other.calls,
          input + other.input,
          output + other.output,
          cost + other.cost,
          priced && other.priced);
    }

    String row(String feature, String tenant) {
      String dollars = priced ? String.format(Locale.ROOT, "$%.6f", cost) : "no price";
      return CostTable.row(feature, tenant, calls, input, output, dollars);
    }
  }
}
