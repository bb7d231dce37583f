package io.spanloom.processor.read;

import io.spanloom.processor.model.UnreadResult;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Knows which of Spanloom's integrations reads the types of which library. */
final class Integrations {

  private static final String ARTIFACT = "spanloom-";
  private static final String PACKAGE = "io.spanloom.";

  /** A library's package, and what the integration's artifact is called after the prefix. */
  private static final Map<String, String> BY_PACKAGE =
      Map.of(
          "com.openai.", "openai",
          "com.anthropic.", "anthropic",
          "com.google.genai.", "google-genai",
          "dev.langchain4j.", "langchain4j",
          "org.springframework.ai.", "spring-ai");

  /** The same of libraries whose types results have, whatever they deliver. */
  private static final Map<String, String> RESULTS_BY_PACKAGE =
      Map.of(
          "io.reactivex.rxjava3.", "rxjava",
          "io.smallrye.mutiny.", "mutiny",
          "org.reactivestreams.", "reactive-streams",
          "reactor.core.", "reactor");

  /** Streams that nothing can stand in for, to read along with who gets them. */
  private static final Set<String> STREAM_CLASSES = Set.of("com.google.genai.ResponseStream");

  private final Elements elements;
  private final Hierarchy hierarchy;
  private final OwnAdapters ownAdapters;

  Integrations(Elements elements, Hierarchy hierarchy, OwnAdapters ownAdapters) {
    this.elements = elements;
    this.hierarchy = hierarchy;
    this.ownAdapters = ownAdapters;
  }

  /** Whether a type is of a library that an integration knows. */
  static boolean isKnown(String qualifiedName) {
    return BY_PACKAGE.keySet().stream().anyMatch(qualifiedName::startsWith);
  }

  /** What is missing to read a model's response of the type; null if nothing is known to be. */
  @Nullable UnreadResult unread(TypeMirror type) {
    TypeMirror bound = TypeReader.upperBound(type);
    if (bound instanceof ArrayType array) {
      return unread(array.getComponentType());
    }
    if (!(bound instanceof DeclaredType declared)) {
      return UnreadResult.by(null);
    }
    if (STREAM_CLASSES.contains(Hierarchy.name(declared))) {
      return new UnreadResult(null, "Iterable<%s>".formatted(element(declared)));
    }
    for (DeclaredType each : hierarchy.allOf(bound)) {
      for (Map.Entry<String, String> library : BY_PACKAGE.entrySet()) {
        if (Hierarchy.name(each).startsWith(library.getKey())) {
          String integration = library.getValue();
          return isPresent(integration) ? null : UnreadResult.by(ARTIFACT + integration);
        }
      }
    }
    boolean anything = Hierarchy.name(declared).equals(Object.class.getName());
    return anything || ownAdapters.read(bound) ? null : UnreadResult.by(null);
  }

  /** The artifact that would observe results of a type, were it there; null if it is, or none. */
  @Nullable String missing(String qualifiedName) {
    for (Map<String, String> libraries : List.of(RESULTS_BY_PACKAGE, BY_PACKAGE)) {
      for (Map.Entry<String, String> library : libraries.entrySet()) {
        if (qualifiedName.startsWith(library.getKey())) {
          return isPresent(library.getValue()) ? null : ARTIFACT + library.getValue();
        }
      }
    }
    return null;
  }

  private String element(DeclaredType stream) {
    return TypeText.of(hierarchy.argumentOrBound(stream));
  }

  private boolean isPresent(String integration) {
    return elements.getPackageElement(PACKAGE + integration.replace("-", "")) != null;
  }
}
