package io.spanloom.internal.content;

import java.io.IOException;

/** A value of our own making that says itself how it is written. */
public interface JsonWritable {

  /** Writes the value, as far as there is room. */
  void writeTo(BoundedJson out) throws IOException;
}
