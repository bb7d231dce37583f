package io.spanloom.weaver.file;

import java.io.IOException;
import java.io.Serial;

/** A file is too large to be read. */
public final class TooLargeException extends IOException {

  @Serial private static final long serialVersionUID = 1L;

  TooLargeException(String name) {
    super("%s is larger than %d MB".formatted(name, BoundedFile.LIMIT >> 20));
  }
}
