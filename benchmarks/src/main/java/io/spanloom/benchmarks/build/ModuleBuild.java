package io.spanloom.benchmarks.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Builds a realistic module with Maven, plain and with Spanloom in turn: from nothing, and again
 * when nothing changed. Needs bash, Maven, and Spanloom in the local repository.
 */
public final class ModuleBuild {

  private static final int ROUNDS = 5;

  /** The elapsed, user and system time of a build, in seconds. */
  private record Cost(double wall, double cpu) {

    static Cost parse(String times) {
      String[] seconds = times.strip().split(" ", -1);
      return new Cost(
          Double.parseDouble(seconds[0]),
          Double.parseDouble(seconds[1]) + Double.parseDouble(seconds[2]));
    }
  }

  private enum Build {
    PLAIN("plain", false),
    SPANLOOM("spanloom", false),
    PLAIN_UNCHANGED("plain", true),
    SPANLOOM_UNCHANGED("spanloom", true);

    private final String module;
    private final boolean unchanged;

    Build(String module, boolean unchanged) {
      this.module = module;
      this.unchanged = unchanged;
    }
  }

  private final Path directory;

  private ModuleBuild(Path directory) {
    this.directory = directory;
  }

  /**
   * Writes the module twice below a directory, and builds both.
   *
   * @return a table of medians and least values, in seconds
   */
  public static String measure(Path directory) throws IOException, InterruptedException {
    ModuleBuild builds = new ModuleBuild(directory);
    for (String module : List.of("plain", "spanloom")) {
      RealisticModule.write(
          directory.resolve(module),
          System.getProperty("benchmarks.version"),
          System.getProperty("benchmarks.opentelemetry"));
    }
    Map<Build, List<Cost>> costs = new EnumMap<>(Build.class);
    for (int round = 0; round <= ROUNDS; round++) {
      for (Build build : Build.values()) {
        Cost cost = builds.run(build);
        if (round > 0) { // the first one fills the page cache
          costs.computeIfAbsent(build, any -> new ArrayList<>()).add(cost);
        }
      }
    }
    return table(costs);
  }

  private Cost run(Build build) throws IOException, InterruptedException {
    Path module = directory.resolve(build.module);
    if (!build.unchanged && Files.exists(module.resolve("target"))) {
      SampleModule.delete(module.resolve("target"));
    }
    Path times = directory.resolve("times.txt");
    Process process =
        new ProcessBuilder(command(build, times))
            .directory(module.toFile())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("build.log").toFile())
            .start();
    if (process.waitFor() != 0) {
      throw new IllegalStateException("The build failed, see " + directory.resolve("build.log"));
    }
    return Cost.parse(Files.readString(times));
  }

  private static List<String> command(Build build, Path times) {
    String maven =
        "mvn -B -q -o -Dmaven.repo.local='%s' -P%s process-classes"
            .formatted(System.getProperty("benchmarks.repository"), build.module);
    String timed = "TIMEFORMAT='%%R %%U %%S'; export LC_ALL=C; { time %s 2>&3; } 3>&2 2>'%s'";
    return List.of("bash", "-c", timed.formatted(maven, times));
  }

  private static String table(Map<Build, List<Cost>> costs) {
    StringBuilder table = new StringBuilder();
    table.append(
        "%n%-20s %13s %11s %13s%n".formatted("build", "median wall", "least wall", "median CPU"));
    costs.forEach(
        (build, each) -> {
          double[] wall = each.stream().mapToDouble(Cost::wall).sorted().toArray();
          double[] cpu = each.stream().mapToDouble(Cost::cpu).sorted().toArray();
          table.append(
              "%-20s %11.2f s %9.2f s %11.2f s%n"
                  .formatted(
                      build.name().toLowerCase(Locale.ROOT),
                      wall[ROUNDS / 2],
                      wall[0],
                      cpu[ROUNDS / 2]));
        });
    return table.append(load()).toString();
  }

  private static String load() {
    try {
      return "load " + Files.readString(Path.of("/proc/loadavg"), StandardCharsets.UTF_8);
    } catch (IOException notLinux) {
      return "";
    }
  }
}
