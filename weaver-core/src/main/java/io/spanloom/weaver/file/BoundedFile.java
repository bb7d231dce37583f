package io.spanloom.weaver.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Reads a file or the entry of a jar as a whole, unless it is too large. A jar of a few kilobytes
 * can hold an entry that takes up all memory.
 */
public final class BoundedFile {

  /** The largest file that is read: more than a model of 10,000 methods has. */
  public static final int LIMIT = 32 << 20;

  private BoundedFile() {}

  /**
   * Reads a file.
   *
   * @throws TooLargeException if it has more bytes than the limit
   */
  public static byte[] read(Path file) throws IOException {
    requireWithinLimit(file.toString(), Files.size(file));
    try (InputStream in = Files.newInputStream(file)) {
      return read(file.toString(), in);
    }
  }

  /**
   * Reads an entry.
   *
   * @throws TooLargeException if it claims to have more bytes than the limit, or has
   */
  public static byte[] read(ZipFile jar, ZipEntry entry) throws IOException {
    String name = entry.getName() + " of " + Path.of(jar.getName()).getFileName();
    requireWithinLimit(name, entry.getSize());
    try (InputStream in = jar.getInputStream(entry)) {
      return read(name, in);
    }
  }

  /**
   * Reads all of a stream. What a file or entry says about its size need not be true.
   *
   * @param name what is read, for the message
   * @throws TooLargeException if it has more bytes than the limit
   */
  public static byte[] read(String name, InputStream in) throws IOException {
    byte[] content = in.readNBytes(LIMIT + 1);
    requireWithinLimit(name, content.length);
    return content;
  }

  private static void requireWithinLimit(String name, long size) throws TooLargeException {
    if (size > LIMIT) {
      throw new TooLargeException(name);
    }
  }
}
