package io.spanloom.internal.role;

import io.spanloom.internal.call.CallPlan;
import io.spanloom.internal.call.CallRole;
import io.spanloom.internal.call.CallSpec;
import io.spanloom.internal.call.Inputs;
import io.spanloom.internal.call.Outputs;
import io.spanloom.internal.convention.SpanRole;

/** Tasks: reasoning, plans and steps. */
final class TaskRole extends CallRole {

  TaskRole() {
    super(SpanRole.TASK);
  }

  @Override
  public void plan(CallPlan.Builder plan) {
    plan.contentAtStart(Inputs::record).contentAtEnd(Outputs::record);
  }

  @Override
  public boolean namesAgent(CallSpec spec) {
    return "plan".equals(spec.identity().operation());
  }
}
