package io.spanloom.adoption;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.example.otlp.OtlpReceiver;
import io.spanloom.integrations.testing.ReplayServer;
import io.spanloom.integrations.testing.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A built application, to be run in a Java machine of its own, with a model endpoint and an OTLP
 * receiver on loopback.
 *
 * @param folder where it was built
 * @param arguments what follows {@code java}
 */
record Application(Path folder, List<String> arguments) {

  private static final Path APPLICATIONS = Path.of(System.getProperty("applications"));
  private static final int MOST_SECONDS = 120;

  Application {
    arguments = List.copyOf(arguments);
  }

  /** The application in a folder below {@code apps}, as an executable jar in its build folder. */
  static Application jar(String name, String jar) {
    return new Application(APPLICATIONS.resolve(name), List.of("-jar", "target/" + jar));
  }

  /** The same application, started with an agent from its build folder. */
  Application withAgent(String agent) {
    return new Application(
        folder,
        Stream.concat(Stream.of("-javaagent:target/" + agent), arguments.stream()).toList());
  }

  /**
   * Runs the application to its end.
   *
   * @param replies what the model answers
   */
  ApplicationRun run(Reply... replies) throws IOException, InterruptedException {
    try (ReplayServer model = new ReplayServer();
        OtlpReceiver receiver = OtlpReceiver.start()) {
      model.replies(replies);
      String output = run(environment(model, receiver));
      return new ApplicationRun(output, SpanTree.of(receiver.spans()));
    }
  }

  private static Map<String, String> environment(ReplayServer model, OtlpReceiver receiver) {
    Map<String, String> environment = new HashMap<>(receiver.environment());
    environment.put("OTEL_METRICS_EXPORTER", "none");
    environment.put("OTEL_LOGS_EXPORTER", "none");
    environment.put("MODEL_URL", model.url());
    environment.put("MODEL_API_KEY", "none");
    return environment;
  }

  private String run(Map<String, String> environment) throws IOException, InterruptedException {
    Path output = folder.resolve("target/output.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().keySet().removeIf(Application::configuresTracing);
    builder.environment().putAll(environment);
    Process process = builder.start();
    boolean ended = process.waitFor(MOST_SECONDS, TimeUnit.SECONDS);
    process.destroyForcibly();
    String printed = Files.readString(output);
    assertThat(ended).as("ends within %s s:%n%s", MOST_SECONDS, printed).isTrue();
    assertThat(process.exitValue()).as("exit status:%n%s", printed).isZero();
    return printed;
  }

  private List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.addAll(arguments);
    return command;
  }

  private static boolean configuresTracing(String variable) {
    return variable.startsWith("OTEL_") || variable.startsWith("SPANLOOM_");
  }
}
