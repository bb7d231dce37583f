package io.spanloom.internal.weaving;

/**
 * A method of a span model.
 *
 * @param type the class or interface that declares it, by its binary name
 * @param method its name
 * @param annotation the annotation that traces it
 * @param span the name of its span
 * @param aspect the generated aspect
 * @param onImplementations whether the classes that implement the method are woven, not its own
 */
public record TracedMethod(
    String type,
    String method,
    String annotation,
    String span,
    String aspect,
    boolean onImplementations) {}
