package io.spanloom.maven.weave;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Class files below a directory, by binary name.
 *
 * <p>A write becomes visible as a whole: a build that is killed leaves either the old file or the
 * new one.
 */
record ClassDirectory(Path root) {

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

  /** All classes there are, by binary name, sorted. */
  Set<String> names() throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(file -> root.relativize(file).toString())
          .filter(file -> file.endsWith(".class") && !file.endsWith("-info.class"))
          .map(file -> file.substring(0, file.length() - ".class".length()))
          .map(file -> file.replace(File.separatorChar, '.'))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  /** Tells whether any other class than those given came, went or was written again. */
  String stampOfOthers(Set<String> known) throws IOException {
    StringBuilder stamp = new StringBuilder();
    for (String name : names()) {
      if (!known.contains(name)) {
        Path file = file(name);
        stamp.append(name).append(' ').append(Files.size(file)).append(' ');
        stamp.append(Files.getLastModifiedTime(file).toMillis()).append('\n');
      }
    }
    return Digest.of(stamp.toString());
  }

  /** Writes a class, unless it is there already: files that stay the same keep their time. */
  void write(String className, FileContent content) throws IOException {
    if (!content.equals(read(className))) {
      writeAtomically(file(className), content.bytes());
    }
  }

  void writeAll(Map<String, FileContent> classes) throws IOException {
    for (Map.Entry<String, FileContent> entry : classes.entrySet()) {
      write(entry.getKey(), entry.getValue());
    }
  }

  void delete(String className) throws IOException {
    Files.deleteIfExists(file(className));
  }

  private Path file(String className) {
    return root.resolve(className.replace('.', '/') + ".class");
  }

  static void writeAtomically(Path target, byte[] bytes) throws IOException {
    Files.createDirectories(target.toAbsolutePath().getParent());
    Path part = target.resolveSibling(target.getFileName() + ".part");
    try {
      Files.write(part, bytes);
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
