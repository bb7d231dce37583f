package io.spanloom.reactor;

import io.spanloom.annotations.Attribute;
import io.spanloom.annotations.Tool;
import io.spanloom.annotations.Workflow;
import java.util.function.Supplier;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Traced methods that return what they are given. */
@SuppressWarnings("NoJsonForm") // the tests hand their tools what these are to return
class Library {

  @Tool(value = "one", description = "Finds one.")
  <T> Mono<T> one(Mono<T> result) {
    return result;
  }

  @Tool(value = "many", description = "Finds many.")
  <T> Flux<T> many(Flux<T> result) {
    return result;
  }

  @Tool(value = "some", description = "Finds some.")
  <T> Publisher<T> some(Publisher<T> result) {
    return result;
  }

  @Tool(value = "count", description = "Counts letters.")
  @Attribute(key = "app.letters", path = "length()")
  Mono<String> counted(Mono<String> result) {
    return result;
  }

  @Workflow("wait")
  <T> T waiting(Supplier<T> body) {
    return body.get();
  }
}
