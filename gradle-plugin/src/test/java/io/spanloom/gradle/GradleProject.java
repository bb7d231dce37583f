package io.spanloom.gradle;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** A project that Gradle builds in a JVM of its own. */
final class GradleProject {

  private static final List<String> OPENED =
      List.of(
          "java.lang",
          "java.lang.invoke",
          "java.net",
          "java.util",
          "java.util.concurrent",
          "java.util.concurrent.atomic",
          "java.time");

  private final Path directory;
  private final Path shared;

  /**
   * A project.
   *
   * @param shared where Gradle is, and what builds of several tests use
   */
  GradleProject(Path directory, Path shared) {
    this.directory = directory;
    this.shared = shared;
  }

  /** Writes a file, replacing what it was. */
  GradleProject write(String file, String text) throws IOException {
    Path path = directory.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
    return this;
  }

  GradleProject replace(String file, String old, String now) throws IOException {
    String text = Files.readString(directory.resolve(file));
    assertThat(text).contains(old);
    return write(file, text.replace(old, now));
  }

  Path path(String file) {
    return directory.resolve(file);
  }

  /** Runs Gradle; the build must succeed. */
  String build(String... arguments) throws Exception {
    Result result = run(arguments);
    assertThat(result.status()).as(result.output()).isZero();
    return result.output();
  }

  /** Runs Gradle; the build must fail. */
  String fail(String... arguments) throws Exception {
    Result result = run(arguments);
    assertThat(result.status()).as(result.output()).isEqualTo(1);
    return result.output();
  }

  private record Result(int status, String output) {}

  private Result run(String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m"));
    OPENED.forEach(
        each -> command.addAll(List.of("--add-opens", "java.base/" + each + "=ALL-UNNAMED")));
    command.addAll(List.of("-cp", gradleClassPath(), GradleMain.class.getName()));
    command.addAll(List.of(directory.toString(), shared.resolve("user-home").toString()));
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile(shared, "output", ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().put("OTEL_EXPORTER_OTLP_ENDPOINT", "http://localhost:1");
    return new Result(builder.start().waitFor(), Files.readString(output));
  }

  private String gradleClassPath() throws IOException {
    Path all = shared.resolve("gradle/lib/gradle-all-8.4.jar");
    if (!Files.exists(all)) {
      Path api = Path.of(classPath(name -> name.startsWith("gradle-api")).get(0));
      GradleHome.make(shared.resolve("gradle"), api);
    }
    // Gradle's jar has an index that hides the others from JDK 17: it comes last.
    List<String> entries =
        new ArrayList<>(
            classPath(
                name ->
                    name.equals("test-classes")
                        || name.startsWith("groovy-")
                        || name.startsWith("kotlin-")
                        || name.startsWith("ant-")));
    entries.add(all.toString());
    return String.join(File.pathSeparator, entries);
  }

  /** The plugin and what it needs. */
  static String plugin() {
    return files(
        name ->
            !name.equals("test-classes")
                && !name.startsWith("gradle-api")
                && !name.startsWith("groovy-")
                && !name.startsWith("ant-")
                && !name.startsWith("spanloom-processor")
                && !name.startsWith("spanloom-runtime")
                && !name.startsWith("spanloom-annotations"));
  }

  /** What the project's classes use. */
  static String libraries() {
    return files(
        name ->
            name.startsWith("spanloom-runtime")
                || name.startsWith("spanloom-annotations")
                || name.startsWith("aspectjrt")
                || name.startsWith("jackson-core")
                || name.startsWith("opentelemetry-"));
  }

  static String processor() {
    return files(name -> name.startsWith("spanloom-processor"));
  }

  /** The arguments of Groovy's {@code files()}. */
  private static String files(Predicate<String> name) {
    return classPath(name).stream().map(path -> "'" + path + "'").collect(joining(", "));
  }

  /** Those entries of the tests' class path whose file has such a name. */
  private static List<String> classPath(Predicate<String> name) {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> name.test(Path.of(entry).getFileName().toString()))
        .toList();
  }
}
