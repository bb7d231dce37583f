package io.spanloom.processor.read;

import io.spanloom.processor.model.Role;
import java.util.stream.Stream;
import javax.lang.model.element.VariableElement;

/** Which roles a parameter has been given. */
final class Roles {

  private Roles() {}

  static boolean any(VariableElement parameter) {
    return Stream.of(Role.values())
        .anyMatch(role -> Annotations.isPresent(parameter, role.annotation()));
  }

  /** Whether the parameter itself, not something inside it, identifies session, user or call. */
  static boolean identifies(VariableElement parameter) {
    return Stream.of(Role.values())
        .filter(Role::isIdentifier)
        .flatMap(role -> Annotations.on(parameter, role.annotation()).stream())
        .anyMatch(mark -> Annotations.text(mark, "path").isBlank());
  }
}
