package io.spanloom.processor.model;

import java.util.List;

/**
 * The name of a class.
 *
 * @param packageName the package, empty for the default package
 * @param simpleNames the simple names from the top-level class inwards
 */
public record ClassId(String packageName, List<String> simpleNames) {

  public ClassId {
    simpleNames = List.copyOf(simpleNames);
  }

  /** The name as source code writes it: {@code com.acme.Outer.Inner}. */
  public String canonicalName() {
    return prefix() + String.join(".", simpleNames);
  }

  /** The name as the virtual machine knows it: {@code com.acme.Outer$Inner}. */
  public String binaryName() {
    return prefix() + String.join("$", simpleNames);
  }

  /** The innermost simple name. */
  public String simpleName() {
    return simpleNames.get(simpleNames.size() - 1);
  }

  /** The names without the package: {@code Outer.Inner}. */
  public String nestedName() {
    return String.join(".", simpleNames);
  }

  /** The aspect that traces the class: top-level, in the same package. */
  public ClassId aspect() {
    return new ClassId(packageName, List.of(String.join("_", simpleNames) + "_SpanAspect"));
  }

  /** The class with the constants of the class's tools, beside the aspect. */
  public ClassId tools() {
    return new ClassId(packageName, List.of(String.join("_", simpleNames) + "_Tools"));
  }

  private String prefix() {
    return packageName.isEmpty() ? "" : packageName + ".";
  }
}
