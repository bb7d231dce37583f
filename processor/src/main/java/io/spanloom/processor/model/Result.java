package io.spanloom.processor.model;

/**
 * The result of a traced method.
 *
 * @param type its type
 * @param binding the type the advice binds it as, see {@link Parameter}
 * @param settled the type that captures see: the value of a stage, else the same
 * @param sensitive whether it must never be captured
 */
public record Result(
    Kind kind, JavaType type, JavaType binding, JavaType settled, boolean sensitive) {

  /** When a method's work is done. */
  public enum Kind {
    /** At its return, without a value. */
    VOID,
    /** At its return. */
    VALUE,
    /** When the {@code CompletionStage} it returns settles. */
    STAGE
  }
}
