package io.spanloom.internal.role;

import static io.opentelemetry.api.common.AttributeKey.longKey;

import io.opentelemetry.api.common.AttributeKey;
import io.spanloom.internal.call.Call;
import io.spanloom.internal.call.CallPlan;
import io.spanloom.internal.call.CallRole;
import io.spanloom.internal.call.Inputs;
import io.spanloom.internal.call.Outputs;
import io.spanloom.internal.convention.SpanRole;
import io.spanloom.internal.session.EnclosingSpans;
import io.spanloom.internal.session.Totals;

/** Workflows and agents: they add up what the calls below them use. */
final class RunRole extends CallRole {

  private static final AttributeKey<Long> DROPPED_CALLS = longKey("spanloom.tool_call.dropped");

  RunRole(SpanRole spanRole) {
    super(spanRole);
  }

  @Override
  public void plan(CallPlan.Builder plan) {
    plan.contentAtStart(Inputs::record).contentAtEnd(Outputs::record).accountAtEnd(this::account);
  }

  /** Closes the account of the run. */
  private void account(Call call) {
    EnclosingSpans enclosingSpans = call.enclosingSpans();
    Totals totals = enclosingSpans == null ? null : enclosingSpans.ownTotals();
    if (enclosingSpans == null || totals == null) {
      return;
    }
    totals.write(call.writer());
    enclosingSpans.calls().ended(enclosingSpans.run());
    long dropped = enclosingSpans.calls().dropped();
    call.writer().put(DROPPED_CALLS, dropped == 0 ? null : Long.valueOf(dropped));
    if (spanRole() == SpanRole.AGENT) {
      call.measurement().ran(totals);
    }
  }
}
