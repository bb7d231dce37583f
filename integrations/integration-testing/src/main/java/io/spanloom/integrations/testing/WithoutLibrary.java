package io.spanloom.integrations.testing;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;

/** Runs a traced program whose class path has an integration, but not the library it reads. */
public final class WithoutLibrary {

  private WithoutLibrary() {}

  /**
   * Runs the program.
   *
   * @param jars how the names of the library's jars begin
   * @return what Spanloom logged, the names of the program's spans, and how often Spanloom took
   *     note of a failure
   * @throws IllegalArgumentException if no such jar is on the class path
   */
  public static List<String> run(String... jars) throws Exception {
    return run(TracedProgram.class, jars);
  }

  /** Runs a program of the caller's own; the class needs a public constructor. */
  static List<String> run(Class<? extends Callable<? extends List<?>>> program, String... jars)
      throws Exception {
    ClassLoader own = Thread.currentThread().getContextClassLoader();
    try (URLClassLoader loader =
        new URLClassLoader(classPathWithout(jars), ClassLoader.getPlatformClassLoader())) {
      Thread.currentThread().setContextClassLoader(loader);
      Callable<?> loaded =
          (Callable<?>) loader.loadClass(program.getName()).getDeclaredConstructor().newInstance();
      List<String> lines = new ArrayList<>();
      ((List<?>) loaded.call()).forEach(line -> lines.add(line.toString()));
      return lines;
    } finally {
      Thread.currentThread().setContextClassLoader(own);
    }
  }

  private static URL[] classPathWithout(String... jars) throws MalformedURLException {
    String[] entries =
        System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator), -1);
    List<URL> kept = new ArrayList<>();
    for (String entry : entries) {
      Path path = Path.of(entry);
      String name = path.getFileName().toString();
      if (Arrays.stream(jars).noneMatch(name::startsWith)) {
        kept.add(path.toUri().toURL());
      }
    }
    if (kept.size() == entries.length) {
      throw new IllegalArgumentException("Nothing on the class path begins with " + List.of(jars));
    }
    return kept.toArray(URL[]::new);
  }
}
