package io.spanloom.benchmarks.call;

import io.spanloom.annotations.Task;
import io.spanloom.annotations.Workflow;

/** A workflow of 50 spans: itself, 7 tasks, 6 tools in each. */
final class WovenWorkflow {

  static final int TASKS = 7;
  static final int TOOLS = 6;

  private final WovenTool tool = new WovenTool();

  @Workflow("research")
  int run(String callId, String field) {
    int length = 0;
    for (int i = 0; i < TASKS; i++) {
      length += reason(callId, field);
    }
    return length;
  }

  @Task("reasoning")
  private int reason(String callId, String field) {
    int length = 0;
    for (int i = 0; i < TOOLS; i++) {
      length += tool.search(callId, field, i).length();
    }
    return length;
  }
}
