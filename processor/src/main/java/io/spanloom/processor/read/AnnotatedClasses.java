package io.spanloom.processor.read;

import io.spanloom.processor.model.CompilerOptions;
import io.spanloom.processor.model.ParameterRole;
import io.spanloom.processor.model.SpanRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * Finds the classes that use Spanloom's annotations, or another library's for tools, round by
 * round.
 */
public final class AnnotatedClasses {

  private final Elements elements;
  private final List<String> annotations;
  private final Set<String> deferred = new TreeSet<>();
  private boolean first = true;

  public AnnotatedClasses(Elements elements, CompilerOptions options) {
    this.elements = elements;
    this.annotations = annotations(options.toolAnnotations());
  }

  /**
   * The classes to read in a round, by name: newly annotated ones and those put off.
   *
   * @param present the annotations on what is compiled
   */
  public List<TypeElement> of(Set<? extends TypeElement> present, RoundEnvironment round) {
    TreeMap<String, TypeElement> classes = new TreeMap<>();
    for (String name : deferred) {
      TypeElement type = elements.getTypeElement(name);
      if (type != null) {
        classes.put(name, type);
      }
    }
    deferred.clear();
    for (Element element : round.getElementsAnnotatedWithAny(resolved())) {
      TypeElement owner = owner(element);
      if (owner != null) {
        classes.put(owner.getQualifiedName().toString(), owner);
      }
    }
    boolean early = first && present.stream().anyMatch(AnnotatedClasses::isLomboks);
    first = false;
    if (early) {
      classes.values().forEach(this::defer);
      return List.of();
    }
    return List.copyOf(classes.values());
  }

  /** Lombok adds members in the first round, before or after us, and asks for another one. */
  private static boolean isLomboks(TypeElement annotation) {
    return annotation.getQualifiedName().toString().startsWith("lombok.");
  }

  /** Looked for together: each search looks at every class that is compiled. */
  private TypeElement[] resolved() {
    return annotations.stream()
        .map(elements::getTypeElement)
        .filter(Objects::nonNull)
        .toArray(TypeElement[]::new);
  }

  /** Puts a class off to the next round: it mentions a type that may yet be generated. */
  public void defer(TypeElement type) {
    deferred.add(type.getQualifiedName().toString());
  }

  private static List<String> annotations(List<String> toolAnnotations) {
    List<String> names = new ArrayList<>(toolAnnotations);
    for (SpanRole role : SpanRole.values()) {
      names.add(role.qualifiedAnnotation());
    }
    for (ParameterRole role : ParameterRole.given()) {
      names.add("io.spanloom.annotations." + role.annotation());
    }
    names.add("io.spanloom.annotations.Attribute.List");
    return names;
  }

  /** The class whose method or parameter it is. */
  private static @Nullable TypeElement owner(Element element) {
    Element current = element;
    while (current != null && !(current instanceof TypeElement)) {
      current = current.getEnclosingElement();
    }
    return (TypeElement) current;
  }
}
