package io.spanloom.rxjava;

import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Maybe;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.core.Single;
import io.spanloom.annotations.Attribute;
import io.spanloom.annotations.LlmCall;
import io.spanloom.annotations.Tool;
import io.spanloom.annotations.Workflow;
import java.util.function.Supplier;
import org.reactivestreams.Publisher;

/** Traced methods that return what they are given. */
@SuppressWarnings("NoJsonForm") // the tests hand their tools what these are to return
class Library {

  @Tool(value = "single", description = "Finds one.")
  <T> Single<T> single(Single<T> result) {
    return result;
  }

  @Tool(value = "maybe", description = "Finds one or none.")
  <T> Maybe<T> maybe(Maybe<T> result) {
    return result;
  }

  @Tool(value = "completable", description = "Does something.")
  Completable completable(Completable result) {
    return result;
  }

  @Tool(value = "flowable", description = "Finds many.")
  <T> Flowable<T> flowable(Flowable<T> result) {
    return result;
  }

  @Tool(value = "observable", description = "Finds many.")
  <T> Observable<T> observable(Observable<T> result) {
    return result;
  }

  @Tool(value = "publisher", description = "Finds many.")
  <T> Publisher<T> publisher(Publisher<T> result) {
    return result;
  }

  @Tool(value = "count", description = "Counts letters.")
  @Attribute(key = "app.letters", path = "length()")
  Single<String> counted(Single<String> result) {
    return result;
  }

  @LlmCall(model = "m")
  @SuppressWarnings("LlmCallWithoutUsage")
  Flowable<String> chat(Flowable<String> result) {
    return result;
  }

  @Workflow("work")
  <T> T inWorkflow(Supplier<T> body) {
    return body.get();
  }
}
