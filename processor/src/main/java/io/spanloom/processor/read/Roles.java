package io.spanloom.processor.read;

import io.spanloom.annotations.GenAi;
import io.spanloom.annotations.OpenInference;
import io.spanloom.processor.model.ParameterRole;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;

/** Which roles a parameter has been given. */
final class Roles {

  private static final String TOOL_KEYS = "gen_ai.tool.";

  private Roles() {}

  static boolean any(VariableElement parameter) {
    return ParameterRole.given().stream()
        .anyMatch(role -> Annotations.isPresent(parameter, role.annotation()));
  }

  /** Whether the parameter itself, not something inside it, identifies session, user or call. */
  static boolean identifies(VariableElement parameter) {
    return ParameterRole.given().stream()
        .filter(ParameterRole::isIdentifier)
        .flatMap(role -> Annotations.on(parameter, role.annotation()).stream())
        .anyMatch(Roles::isOfTheParameterItself);
  }

  /** Whether the parameter says which tool is called, as a dispatcher's does. */
  static boolean describesTool(VariableElement parameter) {
    return Annotations.on(parameter, ParameterRole.ATTRIBUTE.annotation()).stream()
        .filter(Roles::isOfTheParameterItself)
        .anyMatch(mark -> Annotations.text(mark, "key").startsWith(TOOL_KEYS));
  }

  /** Whether the method runs whatever tool one of its parameters names. */
  static boolean isDispatcher(ExecutableElement method) {
    return method.getParameters().stream()
        .flatMap(
            parameter -> Annotations.on(parameter, ParameterRole.ATTRIBUTE.annotation()).stream())
        .map(mark -> Annotations.text(mark, "key"))
        .anyMatch(Set.of(GenAi.TOOL_NAME, OpenInference.TOOL_NAME)::contains);
  }

  private static boolean isOfTheParameterItself(AnnotationMirror role) {
    return Annotations.text(role, "path").isBlank();
  }
}
