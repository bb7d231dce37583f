package io.spanloom.maven.weave;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The bytes of a class file, compared by content. */
final class ClassContent {

  private final byte[] bytes;

  private ClassContent(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Wraps bytes that nobody changes from now on. */
  static ClassContent of(byte[] bytes) {
    return new ClassContent(bytes);
  }

  /** The bytes themselves, not a copy. */
  byte[] bytes() {
    return bytes;
  }

  String digest() {
    return Digest.of(bytes);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ClassContent content && Arrays.equals(bytes, content.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return bytes.length + " bytes, SHA-256 " + digest();
  }
}
