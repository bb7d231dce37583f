package io.spanloom.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A text kept in a file, to compare with. */
final class Snapshot {

  static final String UPDATE = "snapshots.update";

  private final Path file;

  Snapshot(Path file) {
    this.file = file;
  }

  /** Whether the file is to be written rather than compared with. */
  boolean isToBeWritten() {
    if (!Boolean.getBoolean(UPDATE)) {
      return false;
    }
    if (System.getenv("CI") != null) {
      throw new AssertionError(
          "Cannot write " + file + ": -D" + UPDATE + " is refused where the variable CI is set.");
    }
    return true;
  }

  void write(String text) {
    try {
      Path directory = file.toAbsolutePath().getParent();
      if (directory != null) {
        Files.createDirectories(directory);
      }
      Files.writeString(file, text);
    } catch (IOException failure) {
      throw new UncheckedIOException("Cannot write the snapshot " + file, failure);
    }
  }

  String read() {
    if (!Files.isRegularFile(file)) {
      throw new AssertionError(
          "There is no snapshot at "
              + file.toAbsolutePath()
              + ". Run the test with -D"
              + UPDATE
              + "=true to write it, and look at it before you commit it.");
    }
    try {
      return Files.readString(file).replace("\r\n", "\n");
    } catch (IOException failure) {
      throw new UncheckedIOException("Cannot read the snapshot " + file, failure);
    }
  }
}
