package io.spanloom.weaver.model;

import static java.util.Objects.requireNonNull;

/**
 * A line of a source file.
 *
 * @param file simple name of the file
 * @param line line number, from 1
 */
public record SourceLocation(String file, int line) {

  public SourceLocation {
    requireNonNull(file, "a source lacks \"file\"");
  }

  @Override
  public String toString() {
    return file + ":" + line;
  }
}
