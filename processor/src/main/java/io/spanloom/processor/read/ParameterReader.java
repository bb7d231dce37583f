package io.spanloom.processor.read;

import io.spanloom.processor.model.Capture;
import io.spanloom.processor.model.Parameter;
import io.spanloom.processor.model.ParameterRole;
import io.spanloom.processor.model.SpanRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Reads a traced method's parameters: what of them is input, argument or request. */
record ParameterReader(
    Hierarchy hierarchy,
    TypeReader typeReader,
    Bindings bindings,
    Sensitivity sensitivity,
    ObjectForms objects,
    Deprecations deprecations) {

  private static final Set<String> LISTS = Set.of("java.util.List", "java.util.Collection");

  List<Parameter> read(ExecutableElement method, SpanRole role, List<Capture> captures) {
    boolean inputsAreMarked =
        method.getParameters().stream().anyMatch(each -> Annotations.isPresent(each, "Input"));
    List<Parameter> parameters = new ArrayList<>();
    for (VariableElement parameter : method.getParameters()) {
      parameters.add(
          read(method, parameter, role, of(captures, parameters.size()), inputsAreMarked));
    }
    return parameters;
  }

  private static List<Capture> of(List<Capture> captures, int parameter) {
    return captures.stream().filter(each -> each.parameter() == parameter).toList();
  }

  private Parameter read(
      ExecutableElement method,
      VariableElement parameter,
      SpanRole role,
      List<Capture> captures,
      boolean inputsAreMarked) {
    TypeMirror type = parameter.asType();
    deprecations.add(type);
    boolean marked = Annotations.isPresent(parameter, "Sensitive");
    boolean sensitive = marked || sensitivity.carriesSensitive(type);
    boolean input = !inputsAreMarked && isInput(parameter, captures);
    boolean argument = role == SpanRole.TOOL && isArgument(parameter);
    boolean recorded = input || argument || has(captures, ParameterRole.INPUT);
    // Of what a model asked for, secrets are masked; elsewhere what holds one is left out.
    boolean mayShow = !sensitive || (!marked && role == SpanRole.TOOL);
    boolean shown = recorded && mayShow && objects.read(type);
    return new Parameter(
        parameter.getSimpleName().toString(),
        typeReader.read(type),
        bindings.of(method, type),
        sensitive,
        input && shown,
        argument && shown,
        argument && !mayShow && objects.read(type),
        takesRequest(role) && !sensitive && !Roles.identifies(parameter) && mayBeRequest(type));
  }

  private static boolean isInput(VariableElement parameter, List<Capture> captures) {
    return !ForeignAnnotations.isProvided(parameter)
        && !has(captures, ParameterRole.DOCUMENTS)
        && !Roles.any(parameter);
  }

  private static boolean isArgument(VariableElement parameter) {
    return !Roles.identifies(parameter)
        && !ForeignAnnotations.isProvided(parameter)
        && !Roles.describesTool(parameter);
  }

  private static boolean has(List<Capture> captures, ParameterRole role) {
    return captures.stream().anyMatch(each -> each.role() == role);
  }

  private static boolean takesRequest(SpanRole role) {
    return role == SpanRole.LLM || role == SpanRole.EMBEDDING;
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
}
