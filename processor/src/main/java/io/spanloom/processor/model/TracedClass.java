package io.spanloom.processor.model;

import java.util.List;
import java.util.Set;

/**
 * A class with annotated methods.
 *
 * @param spans its traced methods, by name and descriptor
 * @param strayRoles role annotations on methods that open no span
 * @param toolAnnotations the annotations of other libraries that make a method a tool
 * @param isPublic whether it can be seen from every package
 * @param missing what its advice is compiled against and cannot see, by artifact
 * @param generatedVisible whether its module can see {@code javax.annotation.processing.Generated}
 * @param siblingNames the simple names of its package's classes, which imports must not shadow
 */
public record TracedClass(
    ClassId name,
    List<SpanDefinition> spans,
    List<StrayRole> strayRoles,
    List<String> toolAnnotations,
    boolean isPublic,
    List<String> missing,
    boolean generatedVisible,
    Set<String> siblingNames,
    Origin origin) {

  public TracedClass {
    spans = List.copyOf(spans);
    strayRoles = List.copyOf(strayRoles);
    toolAnnotations = List.copyOf(toolAnnotations);
    missing = List.copyOf(missing);
    siblingNames = Set.copyOf(siblingNames);
  }

  /**
   * A role annotation on a method that opens no span.
   *
   * @param annotation the annotation's simple name
   * @param method the method's name
   */
  public record StrayRole(String annotation, String method, Origin origin) {}
}
