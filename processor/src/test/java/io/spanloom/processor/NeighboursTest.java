package io.spanloom.processor;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.jetbrains.kotlin.cli.common.ExitCode;
import org.jetbrains.kotlin.cli.jvm.K2JVMCompiler;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The processor beside Lombok, on classes that Kotlin's compiler made, and on class files. */
class NeighboursTest {

  private static final JavaFileObject[] LOMBOK_SOURCES = {
    source(
        "Tools",
        """
        @lombok.RequiredArgsConstructor
        class Tools {
          private final String prefix;

          /** Finds. */
          @Tool
          @Attribute(key = "app.total", path = "total")
          @Attribute(key = "app.first", path = "hits[0].title")
          Answer find(@ToolCallId String id, @Attribute(key = "app.text", path = "text") Query query) {
            return Answer.builder().total(1).hits(List.of(new Hit(prefix, query.getText()))).build();
          }
        }
        """),
    source("Query", "@lombok.Data class Query { private String text; private int limit; }"),
    source("Hit", "@lombok.Value class Hit { String title; String text; }"),
    source(
        "Answer",
        """
        @lombok.Getter
        @lombok.Builder
        class Answer { private final int total; private final List<Hit> hits; }
        """)
  };

  @TempDir private static Path kotlinClasses;

  @TempDir private Path directory;

  @BeforeAll
  static void compileKotlin() throws IOException {
    Path source = kotlinClasses.resolve("Answers.kt");
    Files.writeString(
        source,
        """
        package answers

        import io.spanloom.annotations.Task
        import io.spanloom.annotations.Tool

        data class Usage(val tokens: Long?, val seconds: Double)

        data class Answer(
            val text: String?, val isFinal: Boolean, val usage: Usage?, val tags: List<String>, var count: Int)

        class Question(@JvmField val words: Array<String>)

        interface Researcher {
          @Task fun research(question: Question): Answer
          fun summarize(question: Question): Answer? = null
        }
        """);
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    ExitCode exit =
        new K2JVMCompiler()
            .exec(
                new PrintStream(messages, true, StandardCharsets.UTF_8),
                "-no-stdlib",
                "-no-reflect",
                "-cp",
                classPath(Stream.of()),
                "-d",
                kotlinClasses.toString(),
                source.toString());
    assertThat(exit).as(messages.toString(StandardCharsets.UTF_8)).isEqualTo(ExitCode.OK);
  }

  @Test
  void accessorsThatLombokAddsAreFoundWhicheverProcessorComesFirst() throws Exception {
    for (boolean lombokFirst : List.of(true, false)) {
      List<Processor> processors = new ArrayList<>(List.of(new SpanloomProcessor()));
      processors.add(lombokFirst ? 0 : 1, lombok());
      Compilation compilation =
          Compilations.lenient().withProcessors(processors).compile(LOMBOK_SOURCES);
      assertThat(compilation.status())
          .as(() -> compilation.diagnostics().toString())
          .isEqualTo(Compilation.Status.SUCCESS);
      assertThat(compilation.warnings()).isEmpty();
      assertThat(generated(compilation, "Tools_SpanAspect"))
          .contains("query.getText()", "result.getTotal()", "hit.getTitle()");
      assertThat(generated(compilation, "Tools_Tools"))
          .contains("\"text\"", "\"limit\"", "\"query\"");
    }
  }

  /** With Lombok's annotations alone nobody asks for a second round. */
  @Test
  void classesAreTracedWhereLombokDoesNotRun() throws Exception {
    Compilation compilation =
        Compilations.lenient()
            .compile(
                source("Plain", "class Plain { @Task void run(@lombok.NonNull String it) {} }"));
    assertThat(compilation.errors()).isEmpty();
    assertThat(generated(compilation, "Plain_SpanAspect")).contains("beforeRun(String it)");
  }

  @Test
  void pathsLeadThroughKotlinsClasses() throws Exception {
    Compilation compilation =
        Compilations.lenient()
            .withClasspath(kotlinClassPath())
            .compile(
                source(
                    "Agents",
                    """
                    import answers.*;

                    class Agents implements Researcher {
                      @Agent
                      @Attribute(key = "app.text", path = "text")
                      @Attribute(key = "app.final", path = "isFinal")
                      @Attribute(key = "app.done", path = "final")
                      @Attribute(key = "app.tokens", path = "usage.tokens")
                      @Attribute(key = "app.seconds", path = "usage.seconds")
                      @Attribute(key = "app.tags", path = "tags")
                      @Attribute(key = "app.count", path = "count")
                      public Answer research(@Attribute(key = "app.word", path = "words[0]") Question question) {
                        return null;
                      }

                      @Override public Answer summarize(Question question) { return null; }

                      /** Tells. */
                      @Tool Usage tell(Usage usage, Answer answer) { return usage; }
                    }
                    """));
    assertThat(compilation.errors()).isEmpty();
    assertThat(generated(compilation, "Agents_Tools"))
        .as("data classes, which their constructors fill")
        .contains("\"tokens\"", "\"isFinal\"", "\"tags\"", "\"count\"");
    assertThat(generated(compilation, "Agents_SpanAspect"))
        .contains(
            "result.getText()",
            "result.isFinal()",
            "usage.getTokens()",
            "usage.getSeconds()",
            "result.getTags()",
            "result.getCount()",
            "question.words");
  }

  /** A library is traced without its sources when javac is given its classes by name. */
  @Test
  void aClassFileWithoutParameterNamesIsAWarning() throws IOException {
    Path source = Files.createDirectory(directory.resolve("src")).resolve("Library.java");
    Files.writeString(
        source,
        """
        import io.spanloom.annotations.*;
        public class Library {
          /** Finds. */
          @Tool(description = "Finds.") public void find(String what, int limit) {}
          @Task public void idle() {}
        }
        """);
    assertThat(javac(List.of("-proc:none", "-g:none", source.toString()), List.of())).isEmpty();
    assertThat(javac(List.of("-proc:only"), List.of("Library")))
        .containsExactly(
            "[ParameterNamesUnknown] A model and who reads a trace know a parameter by its name."
                + " 'find' was compiled without names: its parameters would be arg0, arg1. Compile"
                + " its class with -parameters.");
    assertThat(javac(List.of("-proc:none", "-parameters", source.toString()), List.of())).isEmpty();
    assertThat(javac(List.of("-proc:only"), List.of("Library"))).isEmpty();
  }

  @Test
  void aResponseThatAnAdapterOfTheUsersReadsIsNoWarning() throws IOException {
    Path source = Files.createDirectory(directory.resolve("src")).resolve("Model.java");
    Files.writeString(
        source,
        """
        import io.spanloom.annotations.*;
        import io.spanloom.llm.*;
        public class Model {
          public interface Reply {}
          public record OwnReply(String text) implements Reply {}
          public record Chunk(String text) {}
          public abstract static class Adapter implements LlmAdapter<String, Reply> {}
          public abstract static class Chunks implements LlmStreamAdapter<Chunk> {}
          @LlmCall public OwnReply ask(String question) { return null; }
          @LlmCall public java.util.stream.Stream<Chunk> stream(String question) { return null; }
          @LlmCall public String say(String question) { return null; }
        }
        """);
    assertThat(javac(List.of("-proc:none", "-parameters", source.toString()), List.of())).isEmpty();
    assertThat(javac(List.of("-proc:only"), List.of("Model"))).hasSize(3);

    Path services = Files.createDirectories(directory.resolve("META-INF/services"));
    Files.writeString(
        services.resolve("io.spanloom.llm.LlmAdapter"), "# ours\nModel$Adapter # reads replies\n");
    Files.writeString(services.resolve("io.spanloom.llm.LlmStreamAdapter"), "Model$Chunks\n");
    assertThat(javac(List.of("-proc:only"), List.of("Model")))
        .singleElement()
        .asString()
        .startsWith("[LlmCallWithoutUsage]")
        .contains("'say'");
  }

  /** The processor's findings; there is no processor where there are no classes. */
  private List<String> javac(List<String> arguments, List<String> classes) throws IOException {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    List<String> findings = new ArrayList<>();
    List<String> options = new ArrayList<>(arguments);
    options.removeIf(argument -> argument.endsWith(".java"));
    try (var files = javac.getStandardFileManager(null, null, null)) {
      files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(directory));
      files.setLocationFromPaths(
          StandardLocation.CLASS_PATH,
          Stream.concat(Stream.of(directory), RuntimeClasses.classPath().stream().map(File::toPath))
              .toList());
      var sources =
          files.getJavaFileObjectsFromStrings(
              arguments.stream().filter(argument -> argument.endsWith(".java")).toList());
      var task =
          javac.getTask(
              new StringWriter(),
              files,
              diagnostic -> findings.add(diagnostic.getMessage(null)),
              options,
              classes,
              sources);
      if (!classes.isEmpty()) {
        task.setProcessors(List.of(new SpanloomProcessor()));
      }
      assertThat(task.call()).as(findings.toString()).isTrue();
    }
    return findings.stream().filter(finding -> finding.startsWith("[")).toList();
  }

  private static Processor lombok() throws ReflectiveOperationException {
    return (Processor)
        Class.forName("lombok.launch.AnnotationProcessorHider$AnnotationProcessor")
            .getDeclaredConstructor()
            .newInstance();
  }

  private static String generated(Compilation compilation, String name) throws IOException {
    return compilation
        .generatedSourceFile("acme." + name)
        .orElseThrow()
        .getCharContent(true)
        .toString();
  }

  private static List<File> kotlinClassPath() {
    return Stream.concat(Stream.of(kotlinClasses.toFile()), RuntimeClasses.classPath().stream())
        .toList();
  }

  private static String classPath(Stream<File> further) {
    return Stream.concat(further, RuntimeClasses.classPath().stream())
        .map(File::getAbsolutePath)
        .collect(joining(File.pathSeparator));
  }

  private static JavaFileObject source(String name, String body) {
    return JavaFileObjects.forSourceString(
        "acme." + name,
        "package acme; import io.spanloom.annotations.*; import java.util.*;\n" + body);
  }
}
