package io.spanloom.gradle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** The directory that takes the classes of all compilers of a source set. */
record WovenDirectory(Path root) {

  private static final String EMPTY_MODEL = "\"spans\": []";

  /** Copies all that a compiler wrote. */
  void copyAll(Path compiled) throws IOException {
    if (!Files.isDirectory(compiled)) {
      return;
    }
    List<Path> files;
    try (Stream<Path> walk = Files.walk(compiled)) {
      files = walk.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      copy(file, compiled.relativize(file).toString());
    }
  }

  /** Copies one file; a compiler without annotated classes does not replace another's model. */
  void copy(Path file, String relative) throws IOException {
    Path target = root.resolve(relative);
    if (relative.endsWith("span-model.json") && isEmptyBeside(file, target)) {
      return;
    }
    Files.createDirectories(target.getParent());
    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
  }

  private static boolean isEmptyBeside(Path model, Path other) throws IOException {
    return Files.exists(other) && Files.readString(model).contains(EMPTY_MODEL);
  }

  void delete(String relative) throws IOException {
    Files.deleteIfExists(root.resolve(relative));
  }
}
