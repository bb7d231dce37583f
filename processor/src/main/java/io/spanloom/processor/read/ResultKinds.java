package io.spanloom.processor.read;

import io.spanloom.processor.model.Result.Kind;
import java.util.Map;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/** Tells by a method's result type when its work is done, and what it then has delivered. */
final class ResultKinds {

  private static final String STAGE = "java.util.concurrent.CompletionStage";
  private static final String FUTURE = "java.util.concurrent.Future";

  /**
   * The types whose values the caller gets a stand-in for: only what is declared as exactly one of
   * them, for a stand-in has no members that a subtype adds.
   */
  private static final Map<String, Kind> REPLACED =
      Map.ofEntries(
          Map.entry("java.util.concurrent.Flow.Publisher", Kind.PUBLISHER),
          Map.entry("org.reactivestreams.Publisher", Kind.PUBLISHER),
          Map.entry("reactor.core.publisher.Flux", Kind.PUBLISHER),
          Map.entry("reactor.core.publisher.Mono", Kind.PUBLISHER),
          Map.entry("io.reactivex.rxjava3.core.Completable", Kind.PUBLISHER),
          Map.entry("io.reactivex.rxjava3.core.Flowable", Kind.PUBLISHER),
          Map.entry("io.reactivex.rxjava3.core.Maybe", Kind.PUBLISHER),
          Map.entry("io.reactivex.rxjava3.core.Observable", Kind.PUBLISHER),
          Map.entry("io.reactivex.rxjava3.core.Single", Kind.PUBLISHER),
          Map.entry("io.smallrye.mutiny.Multi", Kind.PUBLISHER),
          Map.entry("io.smallrye.mutiny.Uni", Kind.PUBLISHER),
          Map.entry("com.anthropic.core.http.AsyncStreamResponse", Kind.PUBLISHER),
          Map.entry("com.anthropic.core.http.StreamResponse", Kind.STREAM),
          Map.entry("com.openai.core.http.AsyncStreamResponse", Kind.PUBLISHER),
          Map.entry("com.openai.core.http.StreamResponse", Kind.STREAM),
          Map.entry("java.util.stream.Stream", Kind.STREAM),
          Map.entry("java.util.stream.IntStream", Kind.STREAM),
          Map.entry("java.util.stream.LongStream", Kind.STREAM),
          Map.entry("java.util.stream.DoubleStream", Kind.STREAM),
          Map.entry("java.util.Iterator", Kind.ITERATOR),
          Map.entry("java.lang.Iterable", Kind.ITERATOR),
          Map.entry("dev.langchain4j.service.TokenStream", Kind.PUBLISHER));

  /** What the streams are made of that have no type argument to tell. */
  private static final Map<String, String> ELEMENTS =
      Map.of(
          "java.util.stream.IntStream", "java.lang.Integer",
          "java.util.stream.LongStream", "java.lang.Long",
          "java.util.stream.DoubleStream", "java.lang.Double");

  private final Elements elements;
  private final Hierarchy hierarchy;

  ResultKinds(Elements elements, Hierarchy hierarchy) {
    this.elements = elements;
    this.hierarchy = hierarchy;
  }

  /** The kind of a result. */
  Kind of(TypeMirror type) {
    if (type.getKind() == TypeKind.VOID) {
      return Kind.VOID;
    }
    if (hierarchy.isSubtype(type, STAGE)) {
      return Kind.STAGE;
    }
    if (hierarchy.isSubtype(type, FUTURE)) {
      return Kind.FUTURE;
    }
    return type.getKind() == TypeKind.DECLARED
        ? REPLACED.getOrDefault(Hierarchy.name(type), Kind.VALUE)
        : Kind.VALUE;
  }

  /** What captures from a result see: what it settles with or is made of, else the result. */
  TypeMirror settled(TypeMirror type) {
    Kind kind = of(type);
    if (kind == Kind.STAGE || kind == Kind.FUTURE) {
      DeclaredType promise = hierarchy.find(type, kind == Kind.STAGE ? STAGE : FUTURE);
      return promise == null ? type : hierarchy.argumentOrBound(promise);
    }
    if (!kind.replaced()) {
      return type;
    }
    String element = ELEMENTS.get(Hierarchy.name(type));
    if (element != null) {
      return elements.getTypeElement(element).asType();
    }
    DeclaredType declared = (DeclaredType) type;
    boolean generic = !((TypeElement) declared.asElement()).getTypeParameters().isEmpty();
    return generic ? hierarchy.argumentOrBound(declared) : type;
  }
}
