package io.spanloom.weaver.weave;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Class files below a directory, by binary name.
 *
 * <p>A write becomes visible as a whole: a build that is killed leaves either the old file or the
 * new one.
 */
record ClassDirectory(Path root) {

  private static final String SUFFIX = ".class";

  @Nullable FileContent read(String className) throws IOException {
    return FileContent.read(file(className));
  }

  /** The files of those classes that have one. */
  Map<String, FileContent> readAll(Collection<String> classNames) throws IOException {
    Map<String, FileContent> found = new TreeMap<>();
    for (String className : classNames) {
      FileContent content = read(className);
      if (content != null) {
        found.put(className, content);
      }
    }
    return found;
  }

  /** All classes there are, by binary name, sorted, with what a walk learns of their files. */
  Map<String, BasicFileAttributes> list() throws IOException {
    Map<String, BasicFileAttributes> classes = new TreeMap<>();
    walk(classes::put);
    return classes;
  }

  /** Tells, without reading them, whether any of these classes came, went or was written again. */
  Stamp stampOf(Set<String> classNames) throws IOException {
    Stamp stamp = new Stamp();
    for (String name : classNames) {
      try {
        stamp.add(name, Files.readAttributes(file(name), BasicFileAttributes.class));
      } catch (NoSuchFileException gone) {
        // The stamp lacks it.
      }
    }
    return stamp;
  }

  /** The same of the other classes. */
  Stamp stampOfOthers(Set<String> classNames) throws IOException {
    Stamp stamp = new Stamp();
    walk(
        (name, attributes) -> {
          if (!classNames.contains(name)) {
            stamp.add(name, attributes);
          }
        });
    return stamp;
  }

  /** Visits the classes in any order. */
  private void walk(BiConsumer<String, BasicFileAttributes> visitor) throws IOException {
    int prefix = root.toString().length() + 1;
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String name = file.toString();
            if (name.endsWith(SUFFIX) && !name.endsWith("-info.class")) {
              String relative = name.substring(prefix, name.length() - SUFFIX.length());
              visitor.accept(relative.replace(File.separatorChar, '.'), attributes);
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /**
   * Writes classes, except those that are there already: files that stay the same keep their time.
   *
   * @param present contents of some of the files, which then need not be read again
   */
  void writeAll(Map<String, FileContent> contents, Map<String, FileContent> present)
      throws IOException {
    atOnce(
        contents.entrySet(),
        entry -> {
          String name = entry.getKey();
          FileContent cached = present.get(name);
          if (!entry.getValue().equals(cached == null ? read(name) : cached)) {
            writeAtomically(file(name), entry.getValue().bytes());
          }
        });
  }

  /**
   * Keeps the files of another directory, about to be replaced there, as they are: the same files,
   * where the file system lets two names share one, else copies.
   *
   * <p>What somebody writes into such a file before it is replaced reaches both names. What is here
   * before is deleted first: a build that is killed can leave nothing of it.
   */
  void keepAll(Map<String, FileContent> contents, ClassDirectory owner) throws IOException {
    Set<Path> packages = new HashSet<>();
    contents.keySet().forEach(name -> packages.add(file(name).getParent()));
    for (Path directory : packages) {
      Files.createDirectories(directory);
    }
    atOnce(contents.entrySet(), entry -> keep(entry.getKey(), entry.getValue(), owner));
  }

  private void keep(String className, FileContent content, ClassDirectory owner)
      throws IOException {
    Path file = file(className);
    Files.deleteIfExists(file);
    try {
      Files.createLink(file, owner.file(className));
    } catch (UnsupportedOperationException | FileSystemException noLinks) {
      writeAtomically(file, content.bytes());
    }
  }

  /** Most of the time goes into waiting for the file system. */
  private static <T> void atOnce(Collection<T> all, FileAction<T> action) throws IOException {
    try {
      all.parallelStream()
          .forEach(
              each -> {
                try {
                  action.accept(each);
                } catch (IOException failure) {
                  throw new UncheckedIOException(failure);
                }
              });
    } catch (UncheckedIOException failure) {
      throw failure.getCause();
    }
  }

  void delete(String className) throws IOException {
    Files.deleteIfExists(file(className));
  }

  private Path file(String className) {
    return root.resolve(className.replace('.', '/') + SUFFIX);
  }

  /** Writes a file into a directory that exists. */
  static void writeAtomically(Path target, byte[] bytes) throws IOException {
    Path part = target.resolveSibling(target.getFileName() + ".part");
    try {
      Files.write(part, bytes);
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failure) {
      Files.deleteIfExists(part);
      throw failure;
    }
  }

  @FunctionalInterface
  private interface FileAction<T> {

    void accept(T subject) throws IOException;
  }
}
