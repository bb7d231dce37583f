package com.acme;

import io.spanloom.annotations.Evaluation;
import io.spanloom.annotations.Retrieval;
import io.spanloom.annotations.Workflow;

/** The least that can be traced: nested classes, overloads, and annotations without members. */
final class Outer {

  static class Inner {
    @Workflow
    void run() {}

    @Workflow("run with a limit")
    static int run(int limit) {
      return limit;
    }
  }

  @Retrieval(dataSource = "cases")
  static void retrieve() {}

  @Evaluation
  static double relevance() {
    return 1;
  }
}
