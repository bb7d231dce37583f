package io.spanloom.benchmarks.cpu;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Measures calls by CPU time, which other programs disturb less than wall time: each contender in a
 * JVM of its own, all of them in turn, several times.
 */
public final class CpuTimes {

  private final int forks;
  private final int rounds;
  private final String before;

  private CpuTimes(boolean isLong, String before) {
    this.forks = isLong ? 7 : 3;
    this.rounds = isLong ? 400 : 200;
    this.before = before;
  }

  /**
   * Measures.
   *
   * @param pattern what the titles of the wanted rows match
   * @param before a class path with another build's classes, measured as well; empty if none
   * @return the table, in Markdown
   * @throws IOException if a JVM cannot be started, or fails
   */
  public static String table(String pattern, boolean isLong, String before) throws IOException {
    Pattern wanted = Pattern.compile(pattern);
    List<Contender> contenders =
        Contender.all(!before.isEmpty()).stream()
            .filter(each -> wanted.matcher(each.title()).find())
            .toList();
    if (contenders.isEmpty()) {
      throw new IOException("No row has a title that matches " + pattern);
    }
    return CpuTable.render(new CpuTimes(isLong, before).measure(contenders));
  }

  private Map<Contender, CallCost> measure(List<Contender> contenders) throws IOException {
    Map<Contender, List<CallCost>> costs = new LinkedHashMap<>();
    for (int i = 0; i < forks; i++) {
      for (Contender contender : contenders) {
        costs.computeIfAbsent(contender, first -> new ArrayList<>()).add(fork(contender));
      }
    }
    Map<Contender, CallCost> medians = new LinkedHashMap<>();
    costs.forEach((contender, all) -> medians.put(contender, CallCost.median(all)));
    return medians;
  }

  private CallCost fork(Contender contender) throws IOException {
    Process process =
        new ProcessBuilder(command(contender))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IOException("The JVM failed that measures " + contender);
      }
      return CallCost.parse(printed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("Stopped while measuring " + contender, stopped);
    } finally {
      process.destroy();
    }
  }

  private List<String> command(Contender contender) {
    String own = System.getProperty("java.class.path");
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseG1GC",
        "-classpath",
        contender.before() ? before + File.pathSeparator + own : own,
        Fork.class.getName(),
        contender.subject().name(),
        contender.telemetry().name(),
        contender.form().name(),
        String.valueOf(rounds));
  }
}
