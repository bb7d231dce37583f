package io.spanloom.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A result that completes later is observed, or the compiler says that it is not. */
class ObservedResultsTest {

  private static final String[] ROLES = {
    "Workflow",
    "Agent",
    "Task",
    "Tool(description = \"Finds.\")",
    "LlmCall",
    "Retrieval",
    "Embedding",
    "Rerank",
    "Guardrail",
    "Evaluation"
  };

  /** Types as their libraries declare them, as far as it matters here. */
  private static final List<JavaFileObject> LIBRARIES =
      Stream.of(
              "package org.reactivestreams; public interface Publisher<T> {}",
              "package io.smallrye.mutiny; public interface Uni<T> {}",
              "package io.smallrye.mutiny; public interface Multi<T>"
                  + " extends java.util.concurrent.Flow.Publisher<T> {}",
              "package reactor.core.publisher; public abstract class Flux<T>"
                  + " implements org.reactivestreams.Publisher<T> {}",
              "package reactor.core.publisher; public abstract class ConnectableFlux<T>"
                  + " extends Flux<T> {}",
              "package io.reactivex.rxjava3.core; public abstract class Single<T>"
                  + " implements SingleSource<T> {}",
              "package io.reactivex.rxjava3.core; public interface SingleSource<T> {}",
              "package io.reactivex.rxjava3.core; public abstract class Completable {}",
              "package io.reactivex; public abstract class Single<T> {}",
              "package okhttp3; public interface Call {}",
              "package retrofit2; public interface Call<T> {}",
              "package io.vavr.concurrent; public interface Future<T> { void onComplete(Runnable r);"
                  + " java.util.concurrent.CompletableFuture<T> toCompletableFuture(); }",
              "package io.vertx.core; public interface Future<T> { Future<T> onComplete(Object h);"
                  + " java.util.concurrent.CompletionStage<T> toCompletionStage(); }",
              "package scala.concurrent; public interface Future<T> {}",
              "package com.google.common.util.concurrent; public interface ListenableFuture<V>"
                  + " extends java.util.concurrent.Future<V> {}",
              "package kotlinx.coroutines; public interface Job {}",
              "package kotlinx.coroutines; public interface Deferred<T> extends Job {}",
              "package kotlinx.coroutines.flow; public interface Flow<T> {}",
              "package com.mongodb; public interface MongoIterable<T> extends Iterable<T> {}",
              "package com.mongodb; public interface MongoCursor<T>"
                  + " extends java.util.Iterator<T>, java.io.Closeable {}",
              "package com.fasterxml; public abstract class JsonNode"
                  + " implements Iterable<JsonNode> {}",
              "package wheat; public record WheatFuture(String month, double price) {}")
          .map(ObservedResultsTest::source)
          .toList();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "com.mongodb.MongoCursor<String> | Declare the result 'Iterator<String>'",
        "com.mongodb.MongoIterable<String> | Declare the result 'Iterable<String>'",
        "java.nio.file.DirectoryStream<String> | Declare the result 'Iterable<String>'",
        "java.util.Scanner | Declare the result 'Iterator<String>'",
        "java.util.PrimitiveIterator.OfInt | Declare the result 'Iterator<Integer>'",
        "java.util.concurrent.SubmissionPublisher<String> | Declare the result 'Publisher<String>'",
        "reactor.core.publisher.ConnectableFlux<String> | Declare the result 'Flux<String>'",
        "io.vavr.concurrent.Future<String> | Return what its toCompletableFuture() gives",
        "io.vertx.core.Future<String> | Return what its toCompletionStage() gives",
        "scala.concurrent.Future<String> | Return a CompletableFuture",
        "kotlinx.coroutines.Deferred<String> | Return a CompletableFuture",
        "kotlinx.coroutines.flow.Flow<String> | Return a CompletableFuture",
        "io.reactivex.Single<String> | Return a CompletableFuture",
        "io.reactivex.rxjava3.core.SingleSource<String> | Return a CompletableFuture",
        "okhttp3.Call | Return a CompletableFuture",
        "retrofit2.Call<String> | Return a CompletableFuture",
        "java.util.function.Supplier<String> | Return a CompletableFuture",
        "java.util.function.IntSupplier | Return a CompletableFuture",
        "java.util.concurrent.Callable<String> | Return a CompletableFuture",
        "java.util.Enumeration<String> | Return a CompletableFuture",
        "java.util.Spliterator<String> | Return a CompletableFuture",
        "java.util.List<java.util.concurrent.CompletableFuture<String>> | Return a CompletableFuture",
        "java.util.concurrent.Future<String>[] | Return a CompletableFuture",
        "java.util.Optional<reactor.core.publisher.Flux<String>> | Return a CompletableFuture",
        "java.util.concurrent.CompletableFuture<io.smallrye.mutiny.Uni<String>> | Return a",
        "java.util.Map<String, java.util.List<? extends okhttp3.Call>> | Return a CompletableFuture",
      })
  void warnsOfWhatNothingObserves(String row) {
    String type = row.split(" \\| ")[0];
    String fix = row.split(" \\| ")[1];

    assertThat(warnings(type))
        .hasSameSizeAs(ROLES)
        .allSatisfy(
            warning ->
                assertThat(warning)
                    .startsWith(
                        "[UnobservedResult] The span of 'find' ends when the method returns. Its")
                    .contains(" completes later, and Spanloom cannot observe it. " + fix)
                    .endsWith("write @SuppressWarnings(\"UnobservedResult\")."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "void",
        "int[]",
        "java.util.stream.Stream<String>",
        "java.util.stream.IntStream",
        "java.util.Iterator<String>",
        "java.lang.Iterable<String>",
        "java.util.concurrent.Flow.Publisher<String>",
        "java.util.concurrent.Future<String>",
        "java.util.concurrent.FutureTask<String>",
        "java.util.concurrent.CompletionStage<java.util.List<String>>",
        "com.google.common.util.concurrent.ListenableFuture<String>",
        "java.util.List<String>",
        "java.util.ListIterator<String>",
        "java.nio.file.Path",
        "java.util.Map<String, java.util.function.Supplier<String>>",
        "com.fasterxml.JsonNode",
        "wheat.WheatFuture",
        "<T extends Comparable<T>> java.util.stream.Stream<T>",
        "<E extends Enum<E>> E"
      })
  void isSilentAboutWhatIsObservedOrComplete(String type) {
    assertThat(warnings(type)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "reactor.core.publisher.Flux<String> | Flux<String> | reactor",
        "io.smallrye.mutiny.Uni<String> | Uni<String> | mutiny",
        "io.smallrye.mutiny.Multi<String> | Multi<String> | mutiny",
        "io.reactivex.rxjava3.core.Single<String> | Single<String> | rxjava",
        "io.reactivex.rxjava3.core.Completable | Completable | rxjava",
        "org.reactivestreams.Publisher<String> | Publisher<String> | reactive-streams"
      })
  void namesTheIntegrationThatIsMissingUntilItIsThere(String row) {
    String[] cells = row.split(" \\| ");
    String artifact = "spanloom-" + cells[2];
    JavaFileObject integration =
        source("package io.spanloom.%s; public class A {}".formatted(cells[2].replace("-", "")));

    assertThat(warnings(cells[0]))
        .hasSameSizeAs(ROLES)
        .containsOnly(
            "[MissingIntegration] The span of 'find' ends when the method returns. Its result '%s'"
                    .formatted(cells[1])
                + " completes later, and only %s observes it. Add %s to the dependencies."
                    .formatted(artifact, artifact));
    assertThat(warnings(cells[0], integration)).isEmpty();
  }

  @Test
  void isSwitchedOffByCode() {
    assertThat(warningsOf("UnobservedResult", "java.util.function.Supplier<?>")).isEmpty();
    assertThat(warningsOf("spanloom", "java.util.function.Supplier<?>")).isEmpty();
    assertThat(warningsOf("MissingIntegration", "io.smallrye.mutiny.Uni<String>")).isEmpty();
    assertThat(warningsOf("UnobservedResult", "io.smallrye.mutiny.Uni<String>")).isNotEmpty();
  }

  private static List<String> warnings(String type, JavaFileObject... more) {
    return warningsOf("none", type, more);
  }

  /** What is said of a class with a method of each role. */
  private static List<String> warningsOf(String switchedOff, String type, JavaFileObject... more) {
    StringBuilder methods = new StringBuilder();
    for (int i = 0; i < ROLES.length; i++) {
      methods.append(
          "@%s %s find%d() { throw new IllegalStateException(); }\n".formatted(ROLES[i], type, i));
    }
    List<JavaFileObject> files = new ArrayList<>(LIBRARIES);
    files.addAll(List.of(more));
    files.add(
        source(
            """
            package acme; import io.spanloom.annotations.*;
            @SuppressWarnings("%s") class Library {
              %s
            }
            """
                .formatted(switchedOff, methods)));
    Compilation compilation = Compilations.lenient().compile(files);
    assertThat(compilation.errors()).isEmpty();
    return compilation.warnings().stream()
        .map(warning -> warning.getMessage(Locale.ROOT))
        .filter(message -> message.startsWith("["))
        .filter(message -> !message.matches("(?s)\\[(LlmCallWithoutUsage|DocumentsUnknown)].*"))
        .map(message -> message.replaceFirst("'find\\d'", "'find'"))
        .toList();
  }

  private static JavaFileObject source(String text) {
    String owner = text.replaceFirst("(?s)^package ([\\w.]+);.*$", "$1");
    String name = text.replaceFirst("(?s)^.*?\\b(?:class|interface|record) (\\w+).*$", "$1");
    return JavaFileObjects.forSourceString(owner + "." + name, text);
  }
}
