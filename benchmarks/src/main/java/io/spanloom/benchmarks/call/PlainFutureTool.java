package io.spanloom.benchmarks.call;

import java.util.concurrent.CompletableFuture;

/** The tool that answers later, without tracing. */
final class PlainFutureTool {

  CompletableFuture<String> search(String callId, String field, int limit) {
    return new CompletableFuture<>();
  }
}
