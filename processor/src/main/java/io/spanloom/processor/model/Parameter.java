package io.spanloom.processor.model;

/**
 * A parameter of a traced method.
 *
 * @param type its type
 * @param binding the type the advice binds it as: its type, or a wider one where AspectJ would
 *     otherwise test the argument at run time
 * @param sensitive whether it must never be captured
 * @param input whether it is recorded as input without being asked to
 * @param argument whether it is one of the arguments a model chose when it asked for a tool
 * @param secretArgument whether it is such an argument that is compared with the model's and not
 *     recorded
 * @param request whether it may be a request that an adapter understands
 */
public record Parameter(
    String name,
    JavaType type,
    JavaType binding,
    boolean sensitive,
    boolean input,
    boolean argument,
    boolean secretArgument,
    boolean request) {}
