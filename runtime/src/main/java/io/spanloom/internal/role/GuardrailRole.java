package io.spanloom.internal.role;

import static io.opentelemetry.api.common.AttributeKey.booleanKey;

import io.opentelemetry.api.common.AttributeKey;
import io.spanloom.internal.call.Call;
import io.spanloom.internal.call.CallPlan;
import io.spanloom.internal.call.CallRole;
import io.spanloom.internal.call.Inputs;
import io.spanloom.internal.call.Outputs;
import io.spanloom.internal.convention.SpanRole;

/** Guardrails: they let pass or stop. */
final class GuardrailRole extends CallRole {

  private static final AttributeKey<Boolean> PASSED = booleanKey("spanloom.guardrail.passed");

  GuardrailRole() {
    super(SpanRole.GUARDRAIL);
  }

  @Override
  public void plan(CallPlan.Builder plan) {
    plan.contentAtStart(Inputs::record)
        .contentAtEnd(Outputs::record)
        .resultAtEnd(GuardrailRole::outcome);
  }

  private static void outcome(Call call) {
    if (call.result() instanceof Boolean passed) {
      call.writer().put(PASSED, passed);
    }
  }
}
