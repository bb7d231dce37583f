package io.spanloom;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.ManySessions.Fate;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What sessions keep of tool calls does not grow with the arguments, whatever becomes of them. */
class KeptArgumentsTest {

  /** Neither sessions nor the frames that wait for a thread's next calls reach the texts. */
  @ParameterizedTest
  @EnumSource
  @Timeout(120)
  void argumentsAreNotKept(Fate fate) {
    List<WeakReference<String>> texts = new ArrayList<>();
    try (Recorded recorded = Recorded.withDefaults()) {
      ManySessions program = new ManySessions(fate, text -> texts.add(new WeakReference<>(text)));
      program.session(1, 20);
      program.session(2, 20);

      assertThat(texts).hasSize(80);
      while (texts.stream().anyMatch(text -> text.get() != null)) {
        System.gc();
      }
      assertThat(recorded.spans()).hasSize(fate == Fate.UNCLAIMED ? 42 : 82);
    }
  }

  /** 1,000 sessions that are remembered, with 1.5 GB of arguments. */
  @ParameterizedTest
  @EnumSource
  @Tag("soak")
  void theHeapStaysFlat(Fate fate) throws IOException {
    Map<String, Long> printed = run(fate, 1000, 50);

    assertThat(printed)
        .containsEntry("failures", 0L)
        .containsEntry("spans", fate == Fate.UNCLAIMED ? 51_000L : 101_000L);
    assertThat(printed.get("late") - printed.get("early")).as("KiB more").isLessThan(48 << 10);
  }

  private static Map<String, Long> run(Fate fate, int sessions, int calls) throws IOException {
    List<String> command = command();
    command.addAll(List.of(fate.name(), String.valueOf(sessions), String.valueOf(calls)));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    Map<String, Long> printed = new HashMap<>();
    Stream.of(output.split("\\R"))
        .filter(line -> line.matches("\\w+ \\d+"))
        .map(line -> line.split(" ", 2))
        .forEach(parts -> printed.put(parts[0], Long.valueOf(parts[1])));
    assertThat(printed).as(output).containsKeys("early", "late", "failures");
    System.out.println(fate + " " + sessions + " " + printed);
    return printed;
  }

  private static List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    for (String argument : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
      if (argument.startsWith("-javaagent:") && argument.contains("aspectjweaver")) {
        command.add(argument);
      }
    }
    command.add("-Xmx256m");
    command.add("--add-opens=java.base/java.lang=ALL-UNNAMED");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(ManySessions.class.getName());
    return command;
  }
}
