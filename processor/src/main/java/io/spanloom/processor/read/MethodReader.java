package io.spanloom.processor.read;

import io.spanloom.processor.model.Capture;
import io.spanloom.processor.model.JavaType;
import io.spanloom.processor.model.MethodId.Reach;
import io.spanloom.processor.model.Parameter;
import io.spanloom.processor.model.ParameterRole;
import io.spanloom.processor.model.Result;
import io.spanloom.processor.model.SpanDefinition;
import io.spanloom.processor.model.SpanDefinition.Obstacle;
import io.spanloom.processor.model.SpanDefinition.SpanMark;
import io.spanloom.processor.model.SpanRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Reads an annotated method into the span it opens. */
final class MethodReader {

  private static final Set<String> LISTS = Set.of("java.util.List", "java.util.Collection");

  private final Compiler compiler;
  private final SourcePlaces places;
  private final Hierarchy hierarchy;
  private final ResultKinds resultKinds;
  private final TypeReader typeReader;
  private final MemberFinder members;
  private final Signatures signatures;
  private final Sensitivity sensitivity;
  private final Lines lines;
  private final ToolSchemaReader toolSchemas;
  private final SpanMarks marks;
  private final Integrations integrations;
  private final UnobservedResults unobservedResults;

  MethodReader(
      Compiler compiler,
      SourcePlaces places,
      SpanMarks marks,
      OwnAdapters ownAdapters,
      PackageElement viewer) {
    this.compiler = compiler;
    this.places = places;
    this.hierarchy = new Hierarchy(compiler.types());
    this.resultKinds = new ResultKinds(compiler.elements(), hierarchy);
    this.typeReader = new TypeReader(compiler.elements(), viewer);
    this.members = new MemberFinder(compiler.elements(), hierarchy, typeReader);
    this.signatures = new Signatures(compiler);
    this.sensitivity = new Sensitivity(hierarchy);
    this.lines = new Lines(compiler.trees());
    this.toolSchemas = new ToolSchemaReader(compiler, places, hierarchy);
    this.marks = marks;
    this.integrations = new Integrations(compiler.elements(), hierarchy, ownAdapters);
    this.unobservedResults =
        new UnobservedResults(compiler.elements(), hierarchy, resultKinds, integrations);
  }

  /** The span a method opens; null if it carries no span annotation. */
  @Nullable SpanDefinition read(ExecutableElement method) {
    List<SpanMark> annotations = marks.of(method);
    if (annotations.isEmpty()) {
      return null;
    }
    SpanRole kind = annotations.get(0).kind();
    Deprecations deprecations = new Deprecations();
    Result result = result(method, deprecations);
    List<Capture> captures =
        captureReader(deprecations).read(method, kind, resultKinds.settled(method.getReturnType()));
    ObjectForms objects = objectForms(deprecations);
    List<Parameter> parameters = parameters(method, kind, captures, objects, deprecations);
    if (isRecordedAsItIs(kind, result, captures)) {
      objects.read(resultKinds.settled(method.getReturnType()));
    }
    return new SpanDefinition(
        signatures.of(method),
        annotations,
        marks.name(method),
        marks.options(method),
        JavadocSummary.of(compiler.elements().getDocComment(method)),
        parameters,
        kind == SpanRole.TOOL ? toolSchemas.read(method) : null,
        result,
        captures,
        objects.found(),
        kind == SpanRole.LLM
            ? integrations.unread(resultKinds.settled(method.getReturnType()))
            : null,
        unobservedResults.of(method.getReturnType()),
        obstacle(method),
        overridden(method),
        deprecations.categories(),
        lines.of(method),
        places.of(method));
  }

  /** Documents and vectors say what is found; else the result itself is the output. */
  private static boolean isRecordedAsItIs(SpanRole kind, Result result, List<Capture> captures) {
    return kind != SpanRole.EMBEDDING
        && !result.sensitive()
        && captures.stream()
            .noneMatch(capture -> capture.ofResult() && capture.role() == ParameterRole.DOCUMENTS);
  }

  private ObjectForms objectForms(Deprecations deprecations) {
    ConventionalMembers own = named(resolver(deprecations));
    return new ObjectForms(compiler, hierarchy, typeReader, own, sensitivity, deprecations);
  }

  private PathResolver resolver(Deprecations deprecations) {
    return new PathResolver(
        compiler.types(), hierarchy, typeReader, members, sensitivity, deprecations);
  }

  private ConventionalMembers named(PathResolver resolver) {
    return new ConventionalMembers(hierarchy, typeReader, members, resolver, sensitivity);
  }

  private CaptureReader captureReader(Deprecations deprecations) {
    PathResolver resolver = resolver(deprecations);
    ValueReader values = new ValueReader(hierarchy);
    ConventionalMembers named = named(resolver);
    return new CaptureReader(
        places,
        resolver,
        values,
        typeReader,
        sensitivity,
        documents(resolver, values, named),
        new VectorCaptures(places, hierarchy, named),
        new OutcomeCaptures(places, named, values));
  }

  private DocumentCaptures documents(
      PathResolver resolver, ValueReader values, ConventionalMembers named) {
    return new DocumentCaptures(
        compiler.types(),
        places,
        resolver,
        named,
        values,
        typeReader,
        new DocumentMembers(places, resolver, named, hierarchy, values, typeReader));
  }

  private List<Parameter> parameters(
      ExecutableElement method,
      SpanRole kind,
      List<Capture> captures,
      ObjectForms objects,
      Deprecations deprecations) {
    boolean inputsAreMarked =
        method.getParameters().stream().anyMatch(each -> Annotations.isPresent(each, "Input"));
    List<Parameter> parameters = new ArrayList<>();
    for (VariableElement parameter : method.getParameters()) {
      TypeMirror type = parameter.asType();
      deprecations.add(type);
      boolean marked = Annotations.isPresent(parameter, "Sensitive");
      boolean sensitive = marked || sensitivity.carriesSensitive(type);
      boolean identifies = Roles.identifies(parameter);
      boolean provided = ForeignAnnotations.isProvided(parameter);
      boolean documents = holdsDocuments(captures, parameters.size());
      boolean input = !inputsAreMarked && !provided && !documents && !Roles.any(parameter);
      boolean argument =
          kind == SpanRole.TOOL && !identifies && !provided && !Roles.describesTool(parameter);
      boolean told = input || argument || hasInputs(captures, parameters.size());
      // Of what a model asked for, secrets are masked; elsewhere what holds one is left out.
      boolean mayShow = !sensitive || (!marked && kind == SpanRole.TOOL);
      boolean shown = told && mayShow && objects.read(type);
      parameters.add(
          new Parameter(
              parameter.getSimpleName().toString(),
              typeReader.read(type),
              binding(method, type),
              sensitive,
              input && shown,
              argument && shown,
              isAsked(kind) && !sensitive && !identifies && mayBeRequest(type)));
    }
    return parameters;
  }

  private static boolean holdsDocuments(List<Capture> captures, int parameter) {
    return captures.stream()
        .anyMatch(each -> each.role() == ParameterRole.DOCUMENTS && each.parameter() == parameter);
  }

  private static boolean hasInputs(List<Capture> captures, int parameter) {
    return captures.stream()
        .anyMatch(each -> each.role() == ParameterRole.INPUT && each.parameter() == parameter);
  }

  private static boolean isAsked(SpanRole kind) {
    return kind == SpanRole.LLM || kind == SpanRole.EMBEDDING;
  }

  /** A request, a part of one, or a list of parts. */
  private boolean mayBeRequest(TypeMirror type) {
    TypeMirror bound = TypeReader.upperBound(type);
    if (!(bound instanceof DeclaredType declared)) {
      return false;
    }
    String name = Hierarchy.name(declared);
    if (LISTS.contains(name)) {
      return mayBeRequest(hierarchy.argumentOrBound(declared));
    }
    return name.equals("java.lang.Object")
        || (!name.startsWith("java.") && new ValueReader(hierarchy).attribute(bound) == null);
  }

  private Result result(ExecutableElement method, Deprecations deprecations) {
    TypeMirror type = method.getReturnType();
    deprecations.add(type);
    TypeMirror settled = resultKinds.settled(type);
    boolean sensitive =
        Annotations.isPresent(method, "Sensitive") || sensitivity.carriesSensitive(settled);
    return new Result(
        resultKinds.of(type),
        typeReader.read(type),
        binding(method, type),
        typeReader.read(settled),
        sensitive);
  }

  /**
   * The type to bind a value as. AspectJ compares type arguments in ways of its own, and does not
   * know the bounds of an enclosing class's type variables; what it is unsure of it tests at run
   * time, and a null fails the test. Unbounded wildcards are always a match, for implementations
   * with narrower or raw types too.
   */
  private JavaType binding(ExecutableElement method, TypeMirror type) {
    JavaType read = typeReader.read(type);
    boolean mayVary = Signatures.reach(method) != Reach.ITSELF && read instanceof JavaType.Declared;
    if (typeReader.isExact(type) && !mayVary) {
      return read;
    }
    boolean certain =
        type.getKind() == TypeKind.DECLARED
            || (type instanceof TypeVariable variable && isDeclaredBy(variable, method));
    return certain && read instanceof JavaType.Declared declared
        ? declared.withoutArguments()
        : JavaType.object();
  }

  private static boolean isDeclaredBy(TypeVariable variable, ExecutableElement method) {
    Element generic = ((TypeParameterElement) variable.asElement()).getGenericElement();
    return generic.equals(method) || generic.equals(Owners.of(method));
  }

  private @Nullable String overridden(ExecutableElement method) {
    TypeElement owner = Owners.of(method);
    for (DeclaredType supertype : hierarchy.allOf(owner.asType())) {
      for (ExecutableElement inherited :
          ElementFilter.methodsIn(supertype.asElement().getEnclosedElements())) {
        if (Signatures.reach(inherited) != Reach.ITSELF
            && marks.openSpan(inherited)
            && compiler.elements().overrides(method, inherited, owner)) {
          return Owners.of(inherited).getSimpleName() + "." + inherited.getSimpleName();
        }
      }
    }
    return null;
  }

  private static @Nullable Obstacle obstacle(ExecutableElement method) {
    if (Owners.of(method).getKind() == ElementKind.ANNOTATION_TYPE) {
      return Obstacle.ANNOTATION_MEMBER;
    }
    if (method.getModifiers().contains(Modifier.NATIVE)) {
      return Obstacle.NATIVE;
    }
    return isSuspendFunction(method) ? Obstacle.SUSPEND : null;
  }

  private static boolean isSuspendFunction(ExecutableElement method) {
    int last = method.getParameters().size() - 1;
    return last >= 0
        && Hierarchy.name(method.getParameters().get(last).asType())
            .equals("kotlin.coroutines.Continuation");
  }
}
