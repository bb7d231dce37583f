package io.spanloom.reactor;

import io.spanloom.annotations.Agent;
import io.spanloom.annotations.LlmCall;
import io.spanloom.annotations.Tool;
import io.spanloom.annotations.ToolCallId;
import io.spanloom.llm.LlmToolCall;
import io.spanloom.reactor.ModelSdk.Chunk;
import io.spanloom.reactor.ModelSdk.Reply;
import io.spanloom.reactor.ModelSdk.Request;
import java.util.Iterator;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** An agent as a user of Reactor writes it: nothing waits, and threads change everywhere. */
class Researcher {

  static final LlmToolCall FIRST = new LlmToolCall("call_1", "search", "{\"query\":\"a\"}");
  static final LlmToolCall SECOND = new LlmToolCall("call_2", "search", "{\"query\":\"b\"}");
  static final LlmToolCall THIRD = new LlmToolCall("call_3", "fetch", "{\"url\":\"c\"}");

  private final Scheduler network = Schedulers.parallel();
  private final Iterator<Reply> replies;

  Researcher(Reply... replies) {
    this.replies = List.of(replies).iterator();
  }

  @Agent("researcher")
  Mono<String> answer(String question) {
    return turn(0);
  }

  private Mono<String> turn(int turn) {
    return ask(new Request("gpt-4.1-mini", turn))
        .publishOn(network)
        .flatMap(
            reply ->
                reply.toolCalls().isEmpty()
                    ? Mono.justOrEmpty(reply.text())
                    : Flux.fromIterable(reply.toolCalls())
                        .publishOn(network)
                        .flatMap(this::run)
                        .collectList()
                        .flatMap(results -> turn(turn + 1)));
  }

  private Mono<String> run(LlmToolCall call) {
    return call.name().equals("fetch") ? fetch("c") : search(call.id(), "a");
  }

  @LlmCall
  @SuppressWarnings("LlmCallWithoutUsage")
  Mono<Reply> ask(Request request) {
    return Mono.fromCallable(replies::next).subscribeOn(network);
  }

  @Tool(value = "search", description = "Searches.")
  Mono<String> search(@ToolCallId String id, String query) {
    return Mono.fromCallable(() -> "Two hits on " + query).subscribeOn(Schedulers.boundedElastic());
  }

  /** Calls a tool of its own, on another thread and after code that nobody traces. */
  @Tool(value = "fetch", description = "Fetches.")
  Mono<String> fetch(String url) {
    return Mono.just(url)
        .publishOn(network)
        .map(String::trim)
        .publishOn(Schedulers.boundedElastic())
        .map(this::download);
  }

  @Tool(value = "download", description = "Downloads.")
  String download(String url) {
    return "page " + url;
  }

  @LlmCall
  @SuppressWarnings("LlmCallWithoutUsage")
  Flux<Chunk> stream(Request request, Flux<Chunk> wire) {
    return wire;
  }

  @Agent("streamer")
  Flux<String> answerFrom(Flux<Chunk> wire) {
    return stream(new Request("gpt-4.1-mini", 0), wire)
        .publishOn(network)
        .concatMap(
            chunk ->
                chunk.call() == null
                    ? Mono.justOrEmpty(chunk.text())
                    : search(chunk.call().id(), "a"));
  }
}
