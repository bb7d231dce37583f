package io.spanloom.weaver.weave;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The bytes of a file, compared by content. */
final class FileContent {

  private final byte[] bytes;

  private FileContent(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Reads a file, or returns null if there is none. */
  static @Nullable FileContent read(Path file) throws IOException {
    try {
      return of(Files.readAllBytes(file));
    } catch (NoSuchFileException absent) {
      return null;
    }
  }

  /** Wraps bytes that nobody changes from now on. */
  static FileContent of(byte[] bytes) {
    return new FileContent(bytes);
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
    return other instanceof FileContent content && Arrays.equals(bytes, content.bytes);
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
