package io.spanloom.weaver.weave;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.aspectj.weaver.loadtime.Agent;

/** Runs a module's program with AspectJ's agent. */
final class JavaAgent {

  private JavaAgent() {}

  /** What the program prints. */
  static String run(Module module, String mainClass) throws Exception {
    Path agent = Path.of(Agent.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-javaagent:" + agent,
                    "-classpath",
                    module.classes() + File.pathSeparator + System.getProperty("java.class.path"),
                    mainClass))
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    process.waitFor();
    return output;
  }
}
