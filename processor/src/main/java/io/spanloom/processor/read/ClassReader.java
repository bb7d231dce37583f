package io.spanloom.processor.read;

import io.spanloom.processor.model.CompilerOptions;
import io.spanloom.processor.model.ParameterRole;
import io.spanloom.processor.model.SpanDefinition;
import io.spanloom.processor.model.TracedClass;
import io.spanloom.processor.model.TracedClass.StrayRole;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Reads a class with all its annotated methods. */
public final class ClassReader {

  /** What advice is compiled against: artifacts, each with a class of it. */
  private static final Map<String, String> NEEDED =
      Map.of(
          "spanloom-runtime", "io.spanloom.internal.advice.SpanSpec",
          "aspectjrt", "org.aspectj.lang.annotation.Aspect");

  private final Compiler compiler;
  private final SourcePlaces places;
  private final List<String> toolAnnotations;
  private final OwnAdapters ownAdapters;

  public ClassReader(
      ProcessingEnvironment environment, SourcePlaces places, CompilerOptions options) {
    this.compiler = Compiler.of(environment);
    this.places = places;
    this.toolAnnotations = options.toolAnnotations();
    this.ownAdapters = new OwnAdapters(environment.getFiler(), compiler);
  }

  /**
   * Reads a class.
   *
   * @return null if it mentions a type that does not exist, at least not yet
   */
  public @Nullable TracedClass read(TypeElement type) {
    try {
      return readClass(type);
    } catch (RuntimeException failure) {
      if (isUnreadable(failure)) {
        return null;
      }
      throw failure;
    }
  }

  /** Whether a type does not exist, or not yet. */
  static boolean isUnreadable(RuntimeException failure) {
    return failure instanceof UnresolvedTypeException || isMissingClass(failure);
  }

  /** How javac says that it cannot read a class file; the type is not part of its API. */
  private static boolean isMissingClass(RuntimeException failure) {
    return failure.getClass().getSimpleName().equals("CompletionFailure");
  }

  private TracedClass readClass(TypeElement type) {
    PackageElement owner = compiler.elements().getPackageOf(type);
    SpanMarks marks = new SpanMarks(places, toolAnnotations);
    MethodReader methods = new MethodReader(compiler, places, marks, ownAdapters, owner);
    List<SpanDefinition> spans = new ArrayList<>();
    List<StrayRole> strays = new ArrayList<>();
    for (Element member : type.getEnclosedElements()) {
      if (!(member instanceof ExecutableElement method)) {
        continue;
      }
      SpanDefinition span = methods.read(method);
      if (span != null) {
        spans.add(span);
      } else {
        strays.addAll(strays(method));
      }
    }
    return new TracedClass(
        TypeReader.classId(type),
        sorted(spans),
        strays,
        toolAnnotations,
        isPublic(type),
        missing(type),
        // Its module, java.compiler, is one that modules seldom require.
        sees(type, "javax.annotation.processing.Generated"),
        siblingNames(owner),
        places.of(type));
  }

  private static List<SpanDefinition> sorted(List<SpanDefinition> spans) {
    return spans.stream()
        .sorted(
            Comparator.comparing((SpanDefinition span) -> span.method().name())
                .thenComparing(span -> span.method().descriptor()))
        .toList();
  }

  private List<StrayRole> strays(ExecutableElement method) {
    List<Element> elements = new ArrayList<>(method.getParameters());
    elements.add(method);
    String name =
        method.getKind() == ElementKind.CONSTRUCTOR
            ? Owners.of(method).getSimpleName().toString()
            : method.getSimpleName().toString();
    List<StrayRole> strays = new ArrayList<>();
    for (Element element : elements) {
      for (ParameterRole role : ParameterRole.given()) {
        Annotations.on(element, role.annotation()).stream()
            .map(mark -> new StrayRole(role.annotation(), name, places.of(element, mark)))
            .forEach(strays::add);
      }
    }
    return strays;
  }

  private static boolean isPublic(TypeElement type) {
    return type.getModifiers().contains(Modifier.PUBLIC)
        && (!(type.getEnclosingElement() instanceof TypeElement owner) || isPublic(owner));
  }

  private List<String> missing(TypeElement type) {
    return NEEDED.entrySet().stream()
        .filter(needed -> !sees(type, needed.getValue()))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  private boolean sees(TypeElement type, String name) {
    ModuleElement module = compiler.elements().getModuleOf(type);
    return module == null
        ? compiler.elements().getTypeElement(name) != null
        : compiler.elements().getTypeElement(module, name) != null;
  }

  private static Set<String> siblingNames(PackageElement owner) {
    return owner.getEnclosedElements().stream()
        .map(element -> element.getSimpleName().toString())
        .collect(Collectors.toSet());
  }
}
