package io.spanloom.processor.model;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One value taken from a parameter or the result.
 *
 * @param role what the value is for
 * @param parameter the parameter's index, or {@link #RESULT}
 * @param key the attribute's key; empty for the other roles
 * @param path the path as written
 * @param target where the path leads
 * @param origin the annotation
 * @param keyOrigin the annotation's key, or the annotation
 * @param pathOrigin the annotation's path, or the annotation
 * @param document what documents are read off; null where adapters do
 */
public record Capture(
    ParameterRole role,
    int parameter,
    String key,
    String path,
    Target target,
    Origin origin,
    Origin keyOrigin,
    Origin pathOrigin,
    @Nullable DocumentType document) {

  /** A capture of something other than documents. */
  public Capture(
      ParameterRole role,
      int parameter,
      String key,
      String path,
      Target target,
      Origin origin,
      Origin keyOrigin,
      Origin pathOrigin) {
    this(role, parameter, key, path, target, origin, keyOrigin, pathOrigin, null);
  }

  /** Stands for the result in place of a parameter. */
  public static final int RESULT = -1;

  /** This capture and, if it is of documents, those of their parts. */
  public Stream<Capture> andMembers() {
    return document == null
        ? Stream.of(this)
        : Stream.concat(Stream.of(this), document.members().stream());
  }

  public boolean ofResult() {
    return parameter == RESULT;
  }

  /** The value the path leads to, in a capture that was found valid. */
  public Target.Value value() {
    if (target instanceof Target.Value value) {
      return value;
    }
    throw new IllegalStateException("The path " + path + " was not resolved: " + target);
  }
}
