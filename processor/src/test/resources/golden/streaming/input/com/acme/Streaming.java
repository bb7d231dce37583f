package com.acme;

import io.spanloom.annotations.Attribute;
import io.spanloom.annotations.GenAi;
import io.spanloom.annotations.LlmCall;
import io.spanloom.annotations.Task;
import io.spanloom.annotations.Tool;
import java.util.Iterator;
import java.util.concurrent.Flow;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Results that are delivered after the method has returned. */
class Streaming {

  record Chunk(String text, Integer outputTokens) {}

  /** Each chunk is asked; the last answer stays. */
  @LlmCall(model = "m")
  @Attribute(key = GenAi.USAGE_OUTPUT_TOKENS, path = "outputTokens")
  Flow.Publisher<Chunk> tokens(String prompt) {
    throw new UnsupportedOperationException(prompt);
  }

  /** Finds documents. */
  @Tool
  private static Iterator<String> find(String query) {
    throw new UnsupportedOperationException(query);
  }

  @Task
  final <T extends Comparable<T>> Stream<T> sort(Stream<T> items) {
    return items.sorted();
  }

  @Task
  IntStream numbers() {
    return IntStream.range(0, 3);
  }

  /** Looks something up. */
  @Tool
  @Attribute(key = "app.length", path = "length()")
  Future<String> lookUp(String key) {
    return new FutureTask<>(() -> key);
  }

  /** A subtype has members that a stand-in lacks: it stays as it is. */
  @Task
  FutureTask<String> task(FutureTask<String> task) {
    return task;
  }
}
