package io.spanloom.micrometer;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.spanloom.ToolCalls;
import io.spanloom.annotations.Agent;
import io.spanloom.annotations.SessionId;
import io.spanloom.annotations.Tool;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** An agent with observations around and inside it. */
class Clerk {

  private final ObservationRegistry registry;

  Clerk(ObservationRegistry registry) {
    this.registry = registry;
  }

  @Agent("clerk")
  String answer(@SessionId String id) {
    return observe("chat client", () -> requestAndFind("call_1"));
  }

  /** Finds in whatever way the function does it. */
  @Agent("clerk")
  String answer(@SessionId String id, Function<Clerk, String> way) {
    return way.apply(this);
  }

  @Agent("clerk")
  Mono<String> reactive(@SessionId String id, Function<Clerk, Mono<String>> way) {
    return way.apply(this);
  }

  String requestAndFind(String callId) {
    request(callId);
    return find("Walden");
  }

  void request(String callId) {
    ToolCalls.announce(callId, "find", "{\"title\":\"Walden\"}");
  }

  /** Finds a book. */
  @Tool
  String find(String title) {
    return observe("database", () -> title + " is on shelf 12");
  }

  String observe(String name, java.util.function.Supplier<String> code) {
    return Observation.createNotStarted(name, registry).observe(code);
  }
}
