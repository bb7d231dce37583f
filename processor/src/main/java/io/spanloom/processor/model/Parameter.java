package io.spanloom.processor.model;

/**
 * A parameter of a traced method.
 *
 * @param type the type the advice binds it as
 * @param sensitive whether it must never be captured
 * @param input whether it is recorded as input without being asked to
 * @param request whether it may be a request that an adapter understands
 */
public record Parameter(
    String name, JavaType type, boolean sensitive, boolean input, boolean request) {}
