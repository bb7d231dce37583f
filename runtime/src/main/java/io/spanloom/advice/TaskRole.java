package io.spanloom.advice;

import io.spanloom.convention.SpanRole;

/** Tasks: reasoning, plans and steps. */
final class TaskRole extends CallRole {

  TaskRole() {
    super(SpanRole.TASK);
  }

  @Override
  void plan(CallPlan.Builder plan) {
    plan.contentAtStart(Inputs::record).contentAtEnd(Outputs::record);
  }

  @Override
  boolean namesAgent() {
    return true;
  }
}
