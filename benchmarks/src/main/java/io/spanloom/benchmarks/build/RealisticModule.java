package io.spanloom.benchmarks.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A Maven module as applications have them: 500 classes of 130 lines, of which ten have three
 * annotated methods each. Its profile {@code spanloom} adds the processor and the weaver.
 */
final class RealisticModule {

  private static final int CLASSES = 500;
  private static final int CLASSES_IN_PACKAGE = 20;
  private static final int CLASSES_PER_TRACED = 50;
  private static final int TRACED_CLASSES_PER_AGENT = 3;

  private static final List<String> AGENT = List.of("Workflow", "Agent", "Task");
  private static final List<String> TOOLS = List.of("Tool", "Tool", "Tool");
  private static final List<String> NONE = List.of();

  private RealisticModule() {}

  /** Writes the module. */
  static void write(Path directory, String version, String openTelemetry) throws IOException {
    String pom =
        Template.read("pom.xml.txt")
            .replace("${version}", version)
            .replace("${opentelemetry}", openTelemetry);
    Files.createDirectories(directory);
    Files.writeString(directory.resolve("pom.xml"), pom);
    String template = Template.read("Service.java.txt");
    for (int i = 0; i < CLASSES; i++) {
      Path file =
          directory.resolve(
              "src/main/java/com/acme/p%d/Service%d.java".formatted(i / CLASSES_IN_PACKAGE, i));
      Files.createDirectories(file.getParent());
      Files.writeString(file, source(template, i));
    }
  }

  private static String source(String template, int number) {
    int traced = number / CLASSES_PER_TRACED;
    List<String> annotations =
        number % CLASSES_PER_TRACED != 0
            ? NONE
            : traced % TRACED_CLASSES_PER_AGENT == 0 ? AGENT : TOOLS;
    int first = number / CLASSES_IN_PACKAGE * CLASSES_IN_PACKAGE;
    return template
        .replace("${package}", Integer.toString(number / CLASSES_IN_PACKAGE))
        .replace("${number}", Integer.toString(number))
        .replace("${next}", Integer.toString(first + (number + 1) % CLASSES_IN_PACKAGE))
        .replace("${hours}", Integer.toString(24 + number))
        .replace("${first}", annotation(annotations, 0))
        .replace("${second}", annotation(annotations, 1))
        .replace("${third}", annotation(annotations, 2));
  }

  private static String annotation(List<String> annotations, int method) {
    return annotations.isEmpty() ? "" : "@io.spanloom.annotations." + annotations.get(method);
  }
}
