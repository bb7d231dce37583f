package io.spanloom.maven.weave;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The classes that the woven module sees: the JDK's, its own and its dependencies'.
 *
 * <p>The JDK's classes come through the platform class loader, which is fast and safe to use from
 * many threads. Walking the JDK's image, as AspectJ does by itself, is neither.
 */
final class ClassPath implements Closeable {

  private final List<Entry> entries = new ArrayList<>();

  private ClassPath() {}

  /** Opens a class path; entries that do not exist are left out, as the compiler does. */
  static ClassPath open(List<Path> paths) throws IOException {
    ClassPath classPath = new ClassPath();
    try {
      for (Path path : paths) {
        classPath.add(path);
      }
      return classPath;
    } catch (IOException failure) {
      classPath.close();
      throw failure;
    }
  }

  private void add(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      entries.add(new Directory(path));
    } else if (Files.isRegularFile(path) && isArchive(path)) {
      entries.add(new Jar(new JarFile(path.toFile(), false, ZipFile.OPEN_READ, Runtime.version())));
    }
  }

  /** Dependencies of type pom and native libraries can stand on a Maven class path too. */
  private static boolean isArchive(Path path) {
    String name = path.getFileName().toString();
    return name.endsWith(".jar") || name.endsWith(".zip");
  }

  /**
   * Reads a class.
   *
   * @param className binary name
   * @return its content, or null if no entry has it
   */
  @Nullable FileContent read(String className) throws IOException {
    String resource = className.replace('.', '/') + ".class";
    FileContent content = readFromJdk(resource);
    for (int i = 0; content == null && i < entries.size(); i++) {
      content = entries.get(i).read(resource);
    }
    return content;
  }

  /** Those of the classes that some entry has. */
  Map<String, FileContent> readAll(Set<String> classNames) throws IOException {
    Map<String, FileContent> found = new TreeMap<>();
    for (String className : classNames) {
      FileContent content = read(className);
      if (content != null) {
        found.put(className, content);
      }
    }
    return found;
  }

  /** A resource of every entry that has it, by the entry's path. */
  Map<Path, FileContent> readFromEach(String resource) throws IOException {
    Map<Path, FileContent> found = new LinkedHashMap<>();
    for (Entry entry : entries) {
      FileContent content = entry.read(resource);
      if (content != null) {
        found.put(entry.path(), content);
      }
    }
    return found;
  }

  boolean contains(String className) throws IOException {
    return read(className) != null;
  }

  private static @Nullable FileContent readFromJdk(String resource) throws IOException {
    try (InputStream in = ClassLoader.getPlatformClassLoader().getResourceAsStream(resource)) {
      return in == null ? null : FileContent.of(in.readAllBytes());
    }
  }

  @Override
  public void close() throws IOException {
    for (Entry entry : entries) {
      entry.close();
    }
  }

  @Override
  public String toString() {
    return entries.toString();
  }

  private sealed interface Entry extends Closeable {

    @Nullable FileContent read(String resource) throws IOException;

    Path path();
  }

  private record Directory(Path root) implements Entry {

    @Override
    public Path path() {
      return root;
    }

    @Override
    public @Nullable FileContent read(String resource) throws IOException {
      Path file = root.resolve(resource);
      return Files.isRegularFile(file) ? FileContent.of(Files.readAllBytes(file)) : null;
    }

    @Override
    public void close() {}
  }

  private record Jar(JarFile jar) implements Entry {

    @Override
    public Path path() {
      return Path.of(jar.getName());
    }

    @Override
    public @Nullable FileContent read(String resource) throws IOException {
      ZipEntry entry = jar.getEntry(resource);
      if (entry == null) {
        return null;
      }
      try (InputStream in = jar.getInputStream(entry)) {
        return FileContent.of(in.readAllBytes());
      }
    }

    @Override
    public void close() throws IOException {
      jar.close();
    }
  }
}
