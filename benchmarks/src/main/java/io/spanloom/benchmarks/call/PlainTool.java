package io.spanloom.benchmarks.call;

/** The tool without tracing. */
final class PlainTool {

  String search(String callId, String field, int limit) {
    return field;
  }
}
