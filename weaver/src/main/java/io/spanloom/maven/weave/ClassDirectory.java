package io.spanloom.maven.weave;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
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

  /** All classes there are, by binary name, sorted. */
  Set<String> names() throws IOException {
    return files().keySet();
  }

  /** With their attributes, which a walk learns anyway: there can be very many. */
  private SortedMap<String, BasicFileAttributes> files() throws IOException {
    SortedMap<String, BasicFileAttributes> found = new TreeMap<>();
    int prefix = root.toString().length() + 1;
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String name = file.toString();
            if (name.endsWith(SUFFIX) && !name.endsWith("-info.class")) {
              String relative = name.substring(prefix, name.length() - SUFFIX.length());
              found.put(relative.replace(File.separatorChar, '.'), attributes);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return found;
  }

  /** Tells whether any other class than those given came, went or was written again. */
  String stampOfOthers(Set<String> known) throws IOException {
    StringBuilder stamp = new StringBuilder();
    files()
        .forEach(
            (name, file) -> {
              if (!known.contains(name)) {
                stamp.append(name).append(' ').append(file.size()).append(' ');
                stamp.append(file.lastModifiedTime().toMillis()).append('\n');
              }
            });
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
    return root.resolve(className.replace('.', '/') + SUFFIX);
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
