package io.spanloom.benchmarks.cpu;

import io.spanloom.benchmarks.call.Telemetry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What calls take beside the same by hand, as a table in Markdown. */
final class CpuTable {

  private static final String HEADING =
      """
      | | now | before | reference | time | before | bytes | bar in time |
      |---|---|---|---|---|---|---|---|
      """;

  /** What a call from code may take, times the woven one. */
  private static final double FROM_CODE_BAR = 1.2;

  private final Map<Contender, CallCost> costs;
  private final StringBuilder text = new StringBuilder(HEADING);

  private CpuTable(Map<Contender, CallCost> costs) {
    this.costs = costs;
  }

  /** The table of what was measured. */
  static String render(Map<Contender, CallCost> costs) {
    CpuTable table = new CpuTable(costs);
    for (Subject subject : Subject.values()) {
      for (Telemetry state : subject.states()) {
        table.add(subject, state, Form.WOVEN, table.byHand(subject, state));
        table.add(subject, state, Form.FROM_CODE, table.cost(subject, state, Form.WOVEN, false));
      }
    }
    return table.text.toString();
  }

  private void add(Subject subject, Telemetry state, Form form, @Nullable CallCost reference) {
    CallCost now = cost(subject, state, form, false);
    if (now == null || reference == null) {
      return;
    }
    CallCost before = cost(subject, state, form, true);
    CallCost wovenBefore = cost(subject, state, Form.WOVEN, true);
    CallCost referenceBefore =
        form == Form.FROM_CODE && wovenBefore != null ? wovenBefore : reference;
    String title = Contender.title(subject, state);
    text.append("| ").append(form == Form.WOVEN ? title : title + ", from code, beside woven");
    cell(said(now));
    cell(before == null ? "" : said(before));
    cell(said(reference));
    cell(times(now.nanos(), reference.nanos()));
    cell(before == null ? "" : times(before.nanos(), referenceBefore.nanos()));
    cell(times(now.bytes(), reference.bytes()));
    cell(bar(subject, state, form, now.nanos() / reference.nanos()));
    text.append(" |\n");
  }

  private void cell(String content) {
    text.append(" | ").append(content);
  }

  /** Of both forms the better one, in time and in bytes. */
  private @Nullable CallCost byHand(Subject subject, Telemetry state) {
    List<CallCost> forms = new ArrayList<>();
    for (Form form : subject.forms()) {
      CallCost cost = form.byHand() ? cost(subject, state, form, false) : null;
      if (cost != null) {
        forms.add(cost);
      }
    }
    return forms.isEmpty()
        ? null
        : new CallCost(
            CallCost.quantile(forms.stream().mapToDouble(CallCost::nanos), 0),
            CallCost.quantile(forms.stream().mapToDouble(CallCost::bytes), 0));
  }

  private @Nullable CallCost cost(Subject subject, Telemetry state, Form form, boolean before) {
    return costs.get(new Contender(subject, state, form, before));
  }

  private static String said(CallCost cost) {
    return cost.nanos() < 1000
        ? String.format(Locale.ROOT, "%.0f ns, %.0f B", cost.nanos(), cost.bytes())
        : String.format(Locale.ROOT, "%.2f µs, %.0f B", cost.nanos() / 1000, cost.bytes());
  }

  private static String times(double value, double reference) {
    return String.format(Locale.ROOT, "%.2f ×", value / reference);
  }

  private static String bar(Subject subject, Telemetry state, Form form, double ratio) {
    double bar = form == Form.FROM_CODE ? FROM_CODE_BAR : subject.bar(state);
    return String.format(Locale.ROOT, "%.2f ×, %s", bar, ratio <= bar ? "met" : "missed");
  }
}
