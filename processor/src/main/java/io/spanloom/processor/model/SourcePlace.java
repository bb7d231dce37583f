package io.spanloom.processor.model;

/**
 * Where a method stands.
 *
 * @param file the simple name of the source file
 * @param line the line of the method's name, or {@link #UNKNOWN_LINE}
 */
public record SourcePlace(String file, long line) {

  /** Stands for a line the compiler does not tell. */
  public static final long UNKNOWN_LINE = -1;
}
