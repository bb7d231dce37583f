package io.spanloom.adoption;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.example.otlp.OtlpReceiver;
import io.spanloom.replay.ReplayServer;
import io.spanloom.replay.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One run of an application in a Java machine of its own, with a model endpoint and an OTLP
 * receiver on loopback.
 *
 * @param output what it printed
 * @param trace the spans it exported, as a tree
 */
record ApplicationRun(String output, String trace) {

  private static final Path APPLICATIONS = Path.of(System.getProperty("applications"));
  private static final int MOST_SECONDS = 60;

  /**
   * Runs an application to its end.
   *
   * @param name its folder
   * @param jar its executable jar, from that folder
   * @param replies what the model answers
   */
  static ApplicationRun of(String name, List<String> jvmArguments, String jar, Reply... replies)
      throws IOException, InterruptedException {
    try (ReplayServer model = new ReplayServer();
        OtlpReceiver receiver = OtlpReceiver.start()) {
      model.replies(replies);
      String output = run(name, command(jvmArguments, jar), environment(model, receiver));
      return new ApplicationRun(output, SpanTree.of(receiver.spans()));
    }
  }

  private static List<String> command(List<String> jvmArguments, String jar) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.addAll(jvmArguments);
    command.add("-jar");
    command.add(jar);
    return command;
  }

  private static Map<String, String> environment(ReplayServer model, OtlpReceiver receiver) {
    Map<String, String> environment = new HashMap<>(receiver.environment());
    environment.put("MODEL_URL", model.url());
    environment.put("MODEL_API_KEY", "none");
    environment.put("OTEL_METRICS_EXPORTER", "none");
    environment.put("OTEL_LOGS_EXPORTER", "none");
    return environment;
  }

  private static String run(String name, List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    Path output = APPLICATIONS.resolve(name).resolve("target/output.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(APPLICATIONS.resolve(name).toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().keySet().removeIf(ApplicationRun::configuresTracing);
    builder.environment().putAll(environment);
    Process process = builder.start();
    boolean ended = process.waitFor(MOST_SECONDS, TimeUnit.SECONDS);
    process.destroyForcibly();
    String printed = Files.readString(output);
    assertThat(ended).as("%s ends within %s s:%n%s", name, MOST_SECONDS, printed).isTrue();
    assertThat(process.exitValue()).as("%s exits:%n%s", name, printed).isZero();
    return printed;
  }

  private static boolean configuresTracing(String variable) {
    return variable.startsWith("OTEL_") || variable.startsWith("SPANLOOM_");
  }
}
