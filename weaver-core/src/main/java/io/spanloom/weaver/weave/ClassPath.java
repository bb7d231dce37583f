package io.spanloom.weaver.weave;

import io.spanloom.weaver.file.BoundedFile;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
    String resource = resource(className);
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

  /** The entries that have a class, in the order in which they are looked through. */
  List<Path> providers(String className) throws IOException {
    List<Path> providers = new ArrayList<>();
    for (Entry entry : entries) {
      if (entry.contains(resource(className))) {
        providers.add(entry.path());
      }
    }
    return providers;
  }

  /** Whether a class is the JDK's. */
  static boolean isOfJdk(String className) {
    return ClassLoader.getPlatformClassLoader().getResource(resource(className)) != null;
  }

  /** A resource of one entry, or null if the entry lacks it. */
  @Nullable FileContent readFrom(Path path, String resource) throws IOException {
    for (Entry entry : entries) {
      if (entry.path().equals(path)) {
        return entry.read(resource);
      }
    }
    return null;
  }

  boolean contains(String className) throws IOException {
    return read(className) != null;
  }

  private static String resource(String className) {
    return className.replace('.', '/') + ".class";
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

    boolean contains(String resource);

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
      return Files.isRegularFile(file) ? FileContent.of(BoundedFile.read(file)) : null;
    }

    @Override
    public boolean contains(String resource) {
      return Files.isRegularFile(root.resolve(resource));
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
      return entry == null ? null : FileContent.of(BoundedFile.read(jar, entry));
    }

    @Override
    public boolean contains(String resource) {
      return jar.getEntry(resource) != null;
    }

    @Override
    public void close() throws IOException {
      jar.close();
    }
  }
}
