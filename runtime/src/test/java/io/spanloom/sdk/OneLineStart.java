package io.spanloom.sdk;

import io.spanloom.Spans;

/** A program that starts the SDK in one line, in a JVM of its own, and works. */
final class OneLineStart {

  private OneLineStart() {}

  /** Prints its trace if any argument is given. */
  public static void main(String[] arguments) {
    SpanloomSdk.Builder builder = SpanloomSdk.builder().serviceName("one-line").keepSpans(10);
    if (arguments.length > 0) {
      Tree.addTo(builder);
    }
    try (SpanloomSdk sdk = builder.start()) {
      System.out.println(Spans.tool("lookup").call(() -> sdk == null ? "nothing" : "worked"));
    }
  }

  /** Loaded only where there is an SDK. */
  private static final class Tree {

    static void addTo(SpanloomSdk.Builder builder) {
      builder.spanProcessor(ConsoleTree.toStandardOutput());
    }
  }
}
