package io.spanloom.weaver.blueprint;

import io.spanloom.weaver.file.BoundedFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/** The files of a directory or jar. */
final class ClassFiles {

  private ClassFiles() {}

  /** What is done with each class file. */
  interface Visitor {

    /**
     * Visits a file.
     *
     * @param path relative, with slashes
     */
    void visit(String path, byte[] content);
  }

  /** Reads one file, if there is one. */
  static Optional<byte[]> read(Path artifact, String path) throws IOException {
    if (!isArchive(artifact)) {
      Path file = artifact.resolve(path);
      return Files.isRegularFile(file) ? Optional.of(BoundedFile.read(file)) : Optional.empty();
    }
    try (JarFile jar = open(artifact)) {
      JarEntry entry = jar.getJarEntry(path);
      return entry == null ? Optional.empty() : Optional.of(BoundedFile.read(jar, entry));
    }
  }

  /** Whether there is a file. */
  static boolean contains(Path artifact, String path) throws IOException {
    if (!isArchive(artifact)) {
      return Files.isRegularFile(artifact.resolve(path));
    }
    try (JarFile jar = open(artifact)) {
      return jar.getJarEntry(path) != null;
    }
  }

  /** Visits all classes, sorted in a directory and in the order of a jar. */
  static void visit(Path artifact, Visitor visitor) throws IOException {
    if (isArchive(artifact)) {
      visitJar(artifact, visitor);
    } else if (Files.isDirectory(artifact)) {
      visitDirectory(artifact, visitor);
    }
  }

  /** Dependencies of type pom and native libraries can stand on a Maven class path too. */
  private static boolean isArchive(Path path) {
    String name = path.getFileName().toString();
    return (name.endsWith(".jar") || name.endsWith(".zip")) && Files.isRegularFile(path);
  }

  private static void visitDirectory(Path directory, Visitor visitor) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      Iterator<Path> sorted = files.sorted().iterator();
      while (sorted.hasNext()) {
        Path file = sorted.next();
        String path = directory.relativize(file).toString().replace(File.separatorChar, '/');
        if (isClass(path)) {
          visitor.visit(path, BoundedFile.read(file));
        }
      }
    }
  }

  private static void visitJar(Path file, Visitor visitor) throws IOException {
    try (JarFile jar = open(file)) {
      Iterator<JarEntry> entries = jar.versionedStream().iterator();
      while (entries.hasNext()) {
        JarEntry entry = entries.next();
        if (isClass(entry.getName())) {
          visitor.visit(entry.getName(), BoundedFile.read(jar, entry));
        }
      }
    }
  }

  private static boolean isClass(String path) {
    return path.endsWith(".class")
        && !path.endsWith("-info.class")
        && !path.startsWith("META-INF/");
  }

  private static JarFile open(Path file) throws IOException {
    return new JarFile(file.toFile(), false, ZipFile.OPEN_READ, Runtime.version());
  }
}
