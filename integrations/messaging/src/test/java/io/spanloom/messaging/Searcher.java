package io.spanloom.messaging;

import io.opentelemetry.context.Scope;
import io.spanloom.ToolCalls;
import io.spanloom.annotations.Agent;
import io.spanloom.annotations.LlmCall;
import io.spanloom.annotations.SessionId;
import io.spanloom.annotations.Tool;

/** An agent that hands its tool calls to workers, and a worker's tool. */
@SuppressWarnings("try") // a scope is only there to be closed
final class Searcher {

  private Searcher() {}

  /** Sends a call. */
  @FunctionalInterface
  interface Queue {

    void send(String query) throws Exception;
  }

  @Agent("searcher")
  static void run(@SessionId String session, Queue queue) throws Exception {
    ask();
    try (Scope call = ToolCalls.scope("call_1")) {
      queue.send("tort");
    }
  }

  /** A model that asks for a tool. */
  @SuppressWarnings("LlmCallWithoutUsage") // it announces the call itself
  @LlmCall(provider = "acme", model = "stand-in")
  static String ask() {
    ToolCalls.announce("call_1", "search", "{\"query\":\"tort\"}");
    return "";
  }

  /** Finds statutes. */
  @Tool("search")
  static String search(String query) {
    return "Two hits on " + query;
  }
}
