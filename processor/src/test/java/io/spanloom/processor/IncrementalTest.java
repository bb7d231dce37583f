package io.spanloom.processor;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sources compiled together, then some of them again, as a build tool does. */
class IncrementalTest {

  private static final String AGENT =
      """
      package acme;
      import io.spanloom.annotations.*;
      public class Runner {
        @Agent void run(@Attribute(key = "app.q") String question) {}
        static class Inner$Name { @Task void think() {} }
      }
      """;
  private static final String SEARCH =
      """
      package acme;
      import io.spanloom.annotations.*;
      interface Search {
        /** Says "hello". */
        @Tool void find();
      }
      """;
  private static final String PLAIN = "package acme; class Plain {}";

  @TempDir private Path directory;

  private final List<String> findings = new ArrayList<>();
  private String model;
  private String weaving;

  @BeforeEach
  void compileAll() throws IOException {
    compile(AGENT, SEARCH, PLAIN);
    model = model();
    weaving = weaving();
    assertThat(model).contains("acme.Runner$Inner$Name", "acme.Search", "app.q", "\\\"hello\\\"");
  }

  @Test
  void compilingOneSourceKeepsTheEntriesOfTheOthers() throws IOException {
    for (String source : List.of(AGENT, SEARCH, PLAIN)) {
      compile(source);
      assertThat(model()).isEqualTo(model);
      assertThat(weaving()).isEqualTo(weaving);
    }
  }

  @Test
  void aDeletedClassIsForgotten() throws IOException {
    delete("Runner.class");
    delete("Runner$Inner$Name.class");
    compile(PLAIN);
    assertThat(model()).contains("acme.Search").doesNotContain("Runner");
    assertThat(weaving()).contains("acme.Search+").doesNotContain("Runner");
  }

  @Test
  void aClassWithoutItsAspectIsForgotten() throws IOException {
    delete("Search_SpanAspect.class");
    compile(AGENT);
    assertThat(model()).contains("acme.Runner").doesNotContain("acme.Search");
  }

  @Test
  void aClassThatLostItsAnnotationsIsForgotten() throws IOException {
    compile(SEARCH.replace("@Tool", ""));
    assertThat(model()).contains("acme.Runner").doesNotContain("acme.Search");
    compile(AGENT.replaceAll("@(Agent|Task|Attribute\\(.*?\\))", ""));
    assertThat(model()).contains("\"spans\": []").doesNotContain("acme");
    compile(AGENT, SEARCH);
    assertThat(model()).isEqualTo(model);
  }

  @Test
  void aDamagedModelIsWrittenAnew() throws IOException {
    for (String damaged :
        List.of("", "{", "[]", "{\"spans\": [{\"class\": 1}]}", "{\"spans\": 7}")) {
      Files.writeString(directory.resolve("META-INF/spanloom/span-model.json"), damaged);
      compile(AGENT, SEARCH);
      assertThat(model()).isEqualTo(model);
    }
  }

  @Test
  void aFailedCompilationLeavesTheModelAlone() throws IOException {
    assertThat(run("package acme; class Broken { int x = \"\"; }")).isFalse();
    assertThat(model()).isEqualTo(model);
  }

  /**
   * kapt generates the aspects of Kotlin classes; javac compiles them, with the processor again.
   */
  @Test
  void compilingTheAspectsThatKaptGeneratedKeepsTheModel() throws IOException {
    String[] aspects = aspects();
    delete("Runner_SpanAspect.class");
    delete("Search_SpanAspect.class");
    compile(aspects);
    assertThat(model()).isEqualTo(model);
    assertThat(weaving()).isEqualTo(weaving);
  }

  /** kapt generates the aspects of a module's Java classes as well. */
  @Test
  void compilingAClassAndTheAspectThatKaptGeneratedForItKeepsTheModel() throws IOException {
    String[] aspects = aspects();
    compile(AGENT, SEARCH, aspects[0], aspects[1], aspects[2]);
    assertThat(model()).isEqualTo(model);
    assertThat(weaving()).isEqualTo(weaving);
  }

  private String[] aspects() throws IOException {
    try (Stream<Path> files = Files.list(directory.resolve("acme"))) {
      List<Path> generated = files.filter(file -> file.toString().endsWith(".java")).toList();
      List<String> sources = new ArrayList<>();
      for (Path file : generated) {
        sources.add(Files.readString(file));
        Files.delete(file);
      }
      return sources.toArray(String[]::new);
    }
  }

  private void compile(String... sources) throws IOException {
    assertThat(run(sources)).as(String.join("\n", findings)).isTrue();
  }

  private boolean run(String... sources) throws IOException {
    Path folder = Files.createDirectories(directory.resolve("src"));
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
      List<Path> paths = Stream.of(sources).map(source -> save(folder, source)).toList();
      var task =
          javac.getTask(
              new StringWriter(),
              files,
              diagnostic -> findings.add(diagnostic.toString()),
              List.of("-cp", classPath(), "-d", directory.toString()),
              null,
              files.getJavaFileObjectsFromPaths(paths));
      task.setProcessors(List.of(new SpanloomProcessor()));
      return task.call();
    }
  }

  private String classPath() {
    return Stream.concat(Stream.of(directory.toFile()), RuntimeClasses.classPath().stream())
        .map(File::getPath)
        .collect(joining(File.pathSeparator));
  }

  private static Path save(Path folder, String source) {
    String name = source.replaceFirst("(?s).*?\\b(?:class|interface) (\\w+).*", "$1");
    try {
      return Files.writeString(folder.resolve(name + ".java"), source);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void delete(String name) throws IOException {
    Files.delete(directory.resolve("acme").resolve(name));
  }

  private String model() throws IOException {
    return Files.readString(directory.resolve("META-INF/spanloom/span-model.json"));
  }

  private String weaving() throws IOException {
    return Files.readString(directory.resolve("META-INF/aop-ajc.xml"));
  }
}
