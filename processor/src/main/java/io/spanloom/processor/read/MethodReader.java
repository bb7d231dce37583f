package io.spanloom.processor.read;

import io.spanloom.processor.model.Capture;
import io.spanloom.processor.model.MethodId.Reach;
import io.spanloom.processor.model.Parameter;
import io.spanloom.processor.model.ParameterRole;
import io.spanloom.processor.model.Result;
import io.spanloom.processor.model.SpanDefinition;
import io.spanloom.processor.model.SpanDefinition.Obstacle;
import io.spanloom.processor.model.SpanDefinition.SpanMark;
import io.spanloom.processor.model.SpanRole;
import java.util.List;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Reads an annotated method into the span it opens. */
final class MethodReader {

  private final Compiler compiler;
  private final SourcePlaces places;
  private final Hierarchy hierarchy;
  private final ResultKinds resultKinds;
  private final TypeReader typeReader;
  private final Bindings bindings;
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
    this.bindings = new Bindings(typeReader);
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
    SpanRole role = annotations.get(0).role();
    Deprecations deprecations = new Deprecations();
    Result result = result(method, deprecations);
    TypeMirror settled = resultKinds.settled(method.getReturnType());
    List<Capture> captures = captureReader(deprecations).read(method, role, settled);
    ObjectForms objects = objectForms(deprecations);
    List<Parameter> parameters =
        new ParameterReader(hierarchy, typeReader, bindings, sensitivity, objects, deprecations)
            .read(method, role, captures);
    if (isRecordedAsItIs(role, result, captures)) {
      objects.read(settled);
    }
    return new SpanDefinition(
        signatures.of(method),
        annotations,
        marks.name(method),
        marks.options(method),
        JavadocSummary.of(compiler.elements().getDocComment(method)),
        parameters,
        role == SpanRole.TOOL ? toolSchemas.read(method) : null,
        result,
        captures,
        objects.found(),
        role == SpanRole.LLM ? integrations.unread(settled) : null,
        unobservedResults.of(method.getReturnType()),
        obstacle(method),
        overridden(method),
        deprecations.categories(),
        lines.of(method),
        places.of(method));
  }

  /** Documents and vectors say what is found; else the result itself is the output. */
  private static boolean isRecordedAsItIs(SpanRole role, Result result, List<Capture> captures) {
    return role != SpanRole.EMBEDDING
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

  private Result result(ExecutableElement method, Deprecations deprecations) {
    TypeMirror type = method.getReturnType();
    deprecations.add(type);
    TypeMirror settled = resultKinds.settled(type);
    boolean sensitive =
        Annotations.isPresent(method, "Sensitive") || sensitivity.carriesSensitive(settled);
    return new Result(
        resultKinds.of(type),
        typeReader.read(type),
        bindings.of(method, type),
        typeReader.read(settled),
        sensitive);
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
