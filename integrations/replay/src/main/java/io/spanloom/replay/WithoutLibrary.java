package io.spanloom.replay;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;

/** Runs a traced program whose class path has an integration, but not the library it reads. */
public final class WithoutLibrary {

  private WithoutLibrary() {}

  /**
   * Runs the program.
   *
   * @param jar how the names of the library's jars begin
   * @return what Spanloom logged, the names of the program's spans, and how often Spanloom took
   *     note of a failure
   * @throws IllegalArgumentException if no such jar is on the class path
   */
  public static List<String> run(String jar) throws Exception {
    return run(jar, TracedProgram.class);
  }

  /** Runs a program of the caller's own; the class needs a public constructor. */
  static List<String> run(String jar, Class<? extends Callable<? extends List<?>>> program)
      throws Exception {
    ClassLoader own = Thread.currentThread().getContextClassLoader();
    try (URLClassLoader loader =
        new URLClassLoader(classPathWithout(jar), ClassLoader.getPlatformClassLoader())) {
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

  private static URL[] classPathWithout(String jar) throws MalformedURLException {
    String[] entries =
        System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator), -1);
    List<URL> kept = new ArrayList<>();
    for (String entry : entries) {
      Path path = Path.of(entry);
      if (!path.getFileName().toString().startsWith(jar)) {
        kept.add(path.toUri().toURL());
      }
    }
    if (kept.size() == entries.length) {
      throw new IllegalArgumentException("Nothing on the class path begins with " + jar);
    }
    return kept.toArray(URL[]::new);
  }
}
