package io.spanloom.internal.advice;

import io.spanloom.internal.documents.Vectors;
import org.jspecify.annotations.Nullable;

/** What generated code tells of computations of embeddings. */
public final class Embeddings {

  private Embeddings() {}

  /** A part of the result that is vectors; generated where the result is not vectors itself. */
  public static void found(Frame frame, @Nullable Object value) {
    Vectors vectors = Vectors.of(value);
    if (vectors != null) {
      frame.setRoleState(vectors);
    }
  }
}
