package io.spanloom.gradle;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

/**
 * A directory that Gradle takes for its installation. The published API has all classes in one jar;
 * Gradle looks for its modules in jars of their own, so each gets one that only describes it.
 */
final class GradleHome {

  private static final String VERSION = System.getProperty("gradle.version", "8.4");
  private static final String DESCRIPTION = "-classpath.properties";
  private static final String COMPILER_PLUGIN = "gradle-java-compiler-plugin";
  private static final String COMPILE_TASK =
      "org/gradle/internal/compiler/java/IncrementalCompileTask";

  private final Path library;

  private GradleHome(Path library) {
    this.library = library;
  }

  /** Makes one; returns the jar with all of Gradle's classes in it. */
  static Path make(Path home, Path api) throws IOException {
    Path library = Files.createDirectories(home.resolve("lib"));
    Files.createDirectories(library.resolve("plugins"));
    Path all = library.resolve("gradle-all-" + VERSION + ".jar");
    try {
      Files.createLink(all, api);
    } catch (UnsupportedOperationException | FileSystemException noLinks) {
      Files.copy(api, all);
    }
    new GradleHome(library).addModules(api);
    return all;
  }

  private void addModules(Path api) throws IOException {
    Map<String, byte[]> modules = new TreeMap<>();
    Set<String> named = new TreeSet<>();
    Set<String> libraries = new TreeSet<>();
    try (JarFile jar = new JarFile(api.toFile())) {
      List<? extends ZipEntry> descriptions =
          jar.stream().filter(entry -> entry.getName().matches("[^/]+" + DESCRIPTION)).toList();
      for (ZipEntry entry : descriptions) {
        byte[] description = jar.getInputStream(entry).readAllBytes();
        modules.put(entry.getName().replace(DESCRIPTION, ""), description);
        Properties properties = new Properties();
        properties.load(jar.getInputStream(entry));
        add(properties, "projects", named);
        add(properties, "optional", named);
        add(properties, "runtime", libraries);
      }
    }
    for (String name : named) {
      modules.putIfAbsent(name, "projects=\nruntime=\n".getBytes(ISO_8859_1));
    }
    for (Map.Entry<String, byte[]> module : modules.entrySet()) {
      addModule(module.getKey(), module.getValue());
    }
    for (String jar : libraries) {
      write(library.resolve(jar), Map.of());
    }
  }

  private static void add(Properties properties, String key, Set<String> names) {
    for (String name : properties.getProperty(key, "").split(",")) {
      if (!name.isBlank()) {
        names.add(name);
      }
    }
  }

  private void addModule(String name, byte[] description) throws IOException {
    Map<String, byte[]> entries = new TreeMap<>(Map.of(name + DESCRIPTION, description));
    if (name.equals(COMPILER_PLUGIN)) {
      for (String part : List.of(".class", "$1.class")) {
        try (InputStream in =
            GradleHome.class.getClassLoader().getResourceAsStream(COMPILE_TASK + part)) {
          entries.put(COMPILE_TASK + part, in.readAllBytes());
        }
      }
    }
    write(library.resolve(name + "-" + VERSION + ".jar"), entries);
  }

  private static void write(Path jar, Map<String, byte[]> entries) throws IOException {
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        out.putNextEntry(new ZipEntry(entry.getKey()));
        out.write(entry.getValue());
        out.closeEntry();
      }
    }
  }
}
