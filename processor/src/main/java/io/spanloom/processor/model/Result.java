package io.spanloom.processor.model;

/**
 * The result of a traced method.
 *
 * @param type its type
 * @param binding the type the advice binds it as, see {@link Parameter}
 * @param settled the type that captures see: what a stage or future settles with, what a stream is
 *     made of, else the same
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
    STAGE,
    /** When the {@code Future} it returns is done. */
    FUTURE,
    /** When the subscriber to the publisher it returns has had everything. */
    PUBLISHER,
    /** When the stream it returns has been consumed. */
    STREAM,
    /** When the iterator it returns has been read to its end. */
    ITERATOR;

    /** Whether the caller gets a stand-in that observes when the work is done. */
    public boolean replaced() {
      return this == PUBLISHER || this == STREAM || this == ITERATOR;
    }
  }
}
