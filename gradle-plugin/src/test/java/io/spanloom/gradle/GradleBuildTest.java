package io.spanloom.gradle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plugin in builds that Gradle's own code configures and executes. */
class GradleBuildTest {

  private static final String CATALOGUE = "src/main/java/demo/Catalogue.java";

  @TempDir static Path shared;
  @TempDir Path directory;

  private GradleProject project;

  @BeforeEach
  void writeProject() throws Exception {
    project =
        new GradleProject(directory, shared)
            .write("settings.gradle", "rootProject.name = 'demo'\n")
            .write("build.gradle", script("annotationProcessor files(%s)"))
            .write(
                CATALOGUE,
                """
                package demo;
                import io.spanloom.annotations.*;
                public final class Catalogue {
                  /** Searches the catalogue. */
                  @Tool("catalogue_search")
                  public String search(String author) { return "3 books of " + author; }
                }
                """)
            .write(
                "src/main/java/demo/Librarian.java",
                """
                package demo;
                import io.spanloom.annotations.*;
                public final class Librarian {
                  private final Catalogue catalogue = new Catalogue();
                  @Agent("librarian")
                  public String answer(String author) { return "found " + catalogue.search(author); }
                }
                """)
            .write(
                "src/main/java/demo/Main.java",
                """
                package demo;
                import io.opentelemetry.sdk.OpenTelemetrySdk;
                import io.opentelemetry.sdk.trace.SdkTracerProvider;
                public final class Main {
                  public static void main(String[] arguments) {
                    var provider = SdkTracerProvider.builder()
                        .addSpanProcessor(io.spanloom.sdk.ConsoleTree.toStandardOutput()).build();
                    try (var sdk = OpenTelemetrySdk.builder().setTracerProvider(provider).build()) {
                      io.spanloom.Spanloom.install(sdk);
                      System.out.println("answer: " + new Librarian().answer("Ada"));
                    }
                  }
                }
                """);
  }

  private static String script(String processor) {
    return """
    buildscript { dependencies { classpath files(%s) } }
    apply plugin: 'application'
    apply plugin: 'io.spanloom'
    application { mainClass = 'demo.Main' }
    spanloom { addDependencies = false }
    dependencies {
      implementation files(%s)
      %s
    }
    """
        .formatted(
            GradleProject.plugin(),
            GradleProject.libraries(),
            processor.formatted(GradleProject.processor()));
  }

  @Test
  void classesAreWovenOnceAndAgainWhenTheyChange() throws Exception {
    String first = project.build("run");

    assertThat(first)
        .contains("Wove 2 methods of 2 classes", "answer: found 3 books of Ada")
        .containsPattern("invoke_agent librarian(?s:.*)execute_tool catalogue_search");

    assertThat(project.build("classes"))
        .contains("Skipping task ':compileJava' as it is up-to-date")
        .contains("Skipping task ':weaveSpans' as it is up-to-date");

    project.replace(CATALOGUE, "3 books", "4 books");
    assertThat(project.build("run"))
        .contains("Wove 2 methods of 2 classes", "answer: found 4 books of Ada")
        .containsPattern("invoke_agent librarian(?s:.*)execute_tool catalogue_search");
  }

  @Test
  void theJarHasTheWovenClassesAndEachOnce() throws Exception {
    project.build("jar");

    try (JarFile jar = new JarFile(project.path("build/libs/demo.jar").toFile())) {
      assertThat(
              jar.stream()
                  .map(entry -> entry.getName())
                  .filter(name -> name.contains("Catalogue.class")))
          .containsExactly("demo/Catalogue.class");
      byte[] inJar = jar.getInputStream(jar.getEntry("demo/Catalogue.class")).readAllBytes();
      assertThat(inJar)
          .isEqualTo(
              Files.readAllBytes(project.path("build/classes/woven/main/demo/Catalogue.class")))
          .isNotEqualTo(
              Files.readAllBytes(project.path("build/classes/java/main/demo/Catalogue.class")));
    }
  }

  @Test
  void theConfigurationCacheIsReused() throws Exception {
    project.build("classes", "--configuration-cache");

    assertThat(project.build("classes", "--configuration-cache"))
        .contains("Reusing configuration cache")
        .contains("Skipping task ':weaveSpans' as it is up-to-date");
  }

  /** What the weaver keeps between builds is not in the cache. */
  @Test
  void classesFromTheBuildCacheCanBeWovenAgain() throws Exception {
    project.build("classes", "--build-cache");
    project.build("clean");

    assertThat(project.build("classes", "--build-cache"))
        .contains("Loaded cache entry for task ':weaveSpans'");

    project.replace(CATALOGUE, "3 books", "5 books");
    assertThat(project.build("run", "--build-cache")).contains("answer: found 5 books of Ada");
  }

  @Test
  void aMethodThatTheProcessorHasNotSeenFailsTheBuild() throws Exception {
    project.write("build.gradle", script(""));

    assertThat(project.fail("classes"))
        .contains("Cannot weave: annotated methods that the span model does not name")
        .contains("demo.Librarian.answer(String): the annotation processor has not seen it.");
  }

  @Test
  void spansArePrintedPromisedAndChecked() throws Exception {
    assertThat(project.build("spanloomModel", "spanloomCheck", "--update"))
        .containsPattern("invoke_agent librarian(?s:.*)execute_tool catalogue_search")
        .contains("Wrote build/reports/spanloom/index.html")
        .contains("spanloom.lock.json: 2 spans. Commit it.");
    assertThat(project.path("build/reports/spanloom/SPANS.md")).exists();

    project.replace(CATALOGUE, "catalogue_search", "search");
    assertThat(project.fail("check"))
        .contains("Cannot accept the spans of demo")
        .contains("or accept the new spans with 'gradle spanloomCheck --update'");
  }

  @Test
  void dependenciesAreAddedUnlessTheBuildAddsThemItself() throws Exception {
    project.write(
        "build.gradle",
        script("")
            .replace("spanloom { addDependencies = false }", "")
            .concat(
                """
                    tasks.register('names') {
                      def names = ['implementation', 'annotationProcessor', 'testAnnotationProcessor'].collect {
                        it + ': ' + configurations[it].dependencies.collect { it.name + ' ' + it.version }
                      }
                      doLast { names.each { println it } }
                    }
                    """));

    String version = PluginVersion.get();
    assertThat(project.build("names"))
        .contains("spanloom-runtime " + version)
        .contains("annotationProcessor: [spanloom-processor " + version + "]")
        .contains("testAnnotationProcessor: [spanloom-processor " + version + "]");
  }

  @Test
  void tracesBecomeAPageAndTheDoctorSaysWhatIsWrong() throws Exception {
    project.write("empty.jsonl", "");

    assertThat(project.fail("spanloomView", "--traces", project.path("empty.jsonl").toString()))
        .contains("empty.jsonl");
    assertThat(project.fail("spanloomDoctor", "--patience", "0"))
        .contains("Cannot deliver spans to http://localhost:1/", "Nothing listens there");
  }
}
