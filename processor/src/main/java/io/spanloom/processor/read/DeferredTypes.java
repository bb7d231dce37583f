package io.spanloom.processor.read;

import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/** Recognizes types whose values are there before the work behind them is done. */
final class DeferredTypes {

  /** Values of these types and their subtypes complete by themselves. */
  private static final Set<String> ASYNCHRONOUS =
      Set.of(
          "akka.stream.javadsl.Source",
          "io.grpc.ClientCall",
          "io.reactivex.Completable",
          "io.reactivex.Maybe",
          "io.reactivex.Observable",
          "io.reactivex.Single",
          "io.reactivex.rxjava3.core.CompletableSource",
          "io.reactivex.rxjava3.core.MaybeSource",
          "io.reactivex.rxjava3.core.ObservableSource",
          "io.reactivex.rxjava3.core.SingleSource",
          "io.reactivex.rxjava3.parallel.ParallelFlowable",
          "io.smallrye.mutiny.Uni",
          "jakarta.ws.rs.core.StreamingOutput",
          "java.util.concurrent.CompletionStage",
          "java.util.concurrent.Flow.Publisher",
          "java.util.concurrent.Future",
          "javax.ws.rs.core.StreamingOutput",
          "kotlinx.coroutines.Job",
          "kotlinx.coroutines.channels.ReceiveChannel",
          "kotlinx.coroutines.flow.Flow",
          "okhttp3.Call",
          "org.apache.pekko.stream.javadsl.Source",
          "org.reactivestreams.Publisher",
          "org.springframework.web.context.request.async.DeferredResult",
          "org.springframework.web.context.request.async.WebAsyncTask",
          "org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter",
          "org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody",
          "retrofit2.Call",
          "rx.Completable",
          "rx.Observable",
          "rx.Single",
          "scala.concurrent.Future");

  /** Values of these types, but not of subtypes, are code that the caller runs. */
  private static final Set<String> CODE =
      Set.of(
          "java.lang.Runnable",
          "java.util.concurrent.Callable",
          "java.util.function.BooleanSupplier",
          "java.util.function.DoubleSupplier",
          "java.util.function.IntSupplier",
          "java.util.function.LongSupplier",
          "java.util.function.Supplier",
          "kotlin.jvm.functions.Function0");

  /** Values of these types and their subtypes are read by the caller, bit by bit. */
  private static final Set<String> READ_BY_CALLER =
      Set.of(
          "java.util.Enumeration",
          "java.util.Iterator",
          "java.util.Spliterator",
          "java.util.stream.BaseStream",
          "kotlin.sequences.Sequence");

  private static final Set<String> IN_MEMORY =
      Set.of(
          "java.nio.file.Path", "java.util.Collection", "java.util.ListIterator", "java.util.Map");

  private static final Set<String> ASYNCHRONOUS_ENDINGS =
      Set.of("Call", "Deferred", "Future", "Observable", "Promise", "Publisher");

  private static final Set<String> STREAM_ENDINGS =
      Set.of("Cursor", "Flow", "Iterable", "Iterator", "Stream");

  /** Members by which a caller waits, or is called back. */
  private static final Set<String> WAITING =
      Set.of(
          "addCallback",
          "addListener",
          "await",
          "enqueue",
          "isComplete",
          "isCompleted",
          "isDone",
          "onComplete",
          "subscribe",
          "whenComplete");

  private final Elements elements;
  private final Hierarchy hierarchy;

  DeferredTypes(Elements elements, Hierarchy hierarchy) {
    this.elements = elements;
    this.hierarchy = hierarchy;
  }

  /** Whether values of a type complete by themselves, or are read or run by the caller. */
  boolean isDeferred(DeclaredType type) {
    return CODE.contains(Hierarchy.name(type)) || isAsynchronous(type) || isReadByCaller(type);
  }

  /** Whether values of a type complete by themselves. */
  boolean isAsynchronous(DeclaredType type) {
    return hasSupertype(type, ASYNCHRONOUS)
        || hierarchy.allOf(type).stream().anyMatch(this::looksAsynchronous);
  }

  /** A name says little: a future may be a contract to buy wheat. */
  private boolean looksAsynchronous(DeclaredType type) {
    return endsWith(type, ASYNCHRONOUS_ENDINGS)
        && elements.getAllMembers((TypeElement) type.asElement()).stream()
            .filter(member -> member.getKind() == ElementKind.METHOD)
            .anyMatch(member -> WAITING.contains(member.getSimpleName().toString()));
  }

  private boolean isReadByCaller(DeclaredType type) {
    if (hasSupertype(type, IN_MEMORY)) {
      return false;
    }
    boolean streams =
        hierarchy.isSubtype(type, "java.lang.Iterable")
            && (hierarchy.isSubtype(type, "java.lang.AutoCloseable")
                || endsWith(type, STREAM_ENDINGS));
    return streams || hasSupertype(type, READ_BY_CALLER);
  }

  private boolean hasSupertype(TypeMirror type, Set<String> names) {
    return hierarchy.allOf(type).stream().map(Hierarchy::name).anyMatch(names::contains);
  }

  private static boolean endsWith(DeclaredType type, Set<String> endings) {
    String name = type.asElement().getSimpleName().toString();
    return endings.stream().anyMatch(name::endsWith);
  }
}
