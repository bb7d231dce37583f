package io.spanloom.processor.write;

/**
 * A traced method as the span model's file has it.
 *
 * @param className the binary name of the class that declares it
 * @param aspect the binary name of the aspect that traces it
 * @param implementations whether what implements it is traced
 * @param json all that the model says of it, indented as if it stood alone
 */
public record ModelEntry(
    String className,
    String method,
    String descriptor,
    String aspect,
    boolean implementations,
    String json) {

  /** Whether the class is declared in another one, whose name the aspect's then starts with. */
  boolean isNested() {
    return !aspect.equals(className + "_SpanAspect");
  }
}
