package io.spanloom.processor.read;

import java.util.Map;
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

  private final Elements elements;

  Integrations(Elements elements) {
    this.elements = elements;
  }

  /** Whether a type is of a library that an integration knows. */
  static boolean isKnown(String qualifiedName) {
    return BY_PACKAGE.keySet().stream().anyMatch(qualifiedName::startsWith);
  }

  /** The artifact that would read a value of the type, if it is not there; null for none. */
  @Nullable String missingFor(TypeMirror type) {
    TypeMirror bound = TypeReader.upperBound(type);
    if (bound instanceof ArrayType array) {
      return missingFor(array.getComponentType());
    }
    if (!(bound instanceof DeclaredType declared)) {
      return null;
    }
    for (Map.Entry<String, String> library : BY_PACKAGE.entrySet()) {
      if (Hierarchy.name(declared).startsWith(library.getKey())) {
        return isPresent(library.getValue()) ? null : ARTIFACT + library.getValue();
      }
    }
    return null;
  }

  private boolean isPresent(String integration) {
    return elements.getPackageElement(PACKAGE + integration.replace("-", "")) != null;
  }
}
