package io.spanloom.weaver.weave;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/**
 * A dependency of the woven module.
 *
 * @param path its directory or jar
 * @param name what messages call it
 * @param pattern what excludes it, {@code groupId:artifactId}
 * @param traced whether its span model takes part
 */
public record Dependency(Path path, String name, String pattern, boolean traced) {

  public Dependency {
    requireNonNull(path, "path");
    requireNonNull(name, "name");
    requireNonNull(pattern, "pattern");
  }

  /** A dependency whose model takes part, called by its file's name. */
  public static Dependency of(Path path) {
    return new Dependency(path, String.valueOf(path.getFileName()), "GROUP:ARTIFACT", true);
  }
}
