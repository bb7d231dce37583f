package io.spanloom.processor.read;

import static java.util.Objects.requireNonNull;

import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** The classes that methods belong to. */
final class Owners {

  private Owners() {}

  static TypeElement of(ExecutableElement method) {
    return (TypeElement) requireNonNull(method.getEnclosingElement());
  }

  static String nameOf(ExecutableElement method) {
    return of(method).getQualifiedName().toString();
  }
}
