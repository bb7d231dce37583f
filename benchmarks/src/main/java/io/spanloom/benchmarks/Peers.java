package io.spanloom.benchmarks;

import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;
import io.spanloom.benchmarks.call.Dropping;
import io.spanloom.benchmarks.peer.AgentExtension;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.aspectj.weaver.loadtime.Agent;

/** The JVMs in which others trace, and the one in which Spanloom's classes are woven late. */
final class Peers {

  static final List<String> STATES = List.of("NO_SDK", "UNSAMPLED", "SAMPLED");

  /** Where the build put what is not on the class path; programs run in the module's directory. */
  private static final Path JAVA_AGENT = Path.of("target/agents/opentelemetry-javaagent.jar");

  private static final Path UNWOVEN = Path.of("target/spanloom/weave/unwoven");

  private final Path directory;

  Peers(Path directory) {
    this.directory = directory;
  }

  /** OpenTelemetry's Java agent, exporting nothing, with its SDK in a state. */
  List<String> javaAgent(String state) throws IOException {
    return List.of(
        "-javaagent:" + JAVA_AGENT.toAbsolutePath(),
        "-Dotel.javaagent.extensions=" + extension(),
        "-Dotel.javaagent.logging=none",
        "-Dotel.sdk.disabled=" + state.equals("NO_SDK"),
        "-Dotel.traces.sampler=" + (state.equals("SAMPLED") ? "always_on" : "always_off"),
        "-Dotel.traces.exporter=none",
        "-Dotel.metrics.exporter=none",
        "-Dotel.logs.exporter=none");
  }

  /** AspectJ's agent with Micrometer's aspect. */
  List<String> observed() {
    return List.of(
        weaverAgent(), "-Dorg.aspectj.weaver.loadtime.configuration=META-INF/aop-observed.xml");
  }

  /** AspectJ's agent, which finds Spanloom's aspects by itself. */
  List<String> weaver() {
    return List.of(weaverAgent());
  }

  /** The class path with the classes that were woven as the compiler left them. */
  String unwovenClassPath() {
    return UNWOVEN.toAbsolutePath() + File.pathSeparator + System.getProperty("java.class.path");
  }

  private static String weaverAgent() {
    try {
      Path jar = Path.of(Agent.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return "-javaagent:" + jar;
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** A jar of what the agent's SDK needs to record spans. */
  private Path extension() throws IOException {
    Path jar = directory.resolve("extension.jar");
    if (!Files.exists(jar)) {
      try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
        String service = "META-INF/services/" + AutoConfigurationCustomizerProvider.class.getName();
        out.putNextEntry(new JarEntry(service));
        out.write(AgentExtension.class.getName().getBytes(StandardCharsets.UTF_8));
        copy(AgentExtension.class, out);
        copy(Dropping.class, out);
      }
    }
    return jar;
  }

  private static void copy(Class<?> type, JarOutputStream out) throws IOException {
    String file = type.getName().replace('.', '/') + ".class";
    out.putNextEntry(new JarEntry(file));
    try (InputStream in = Objects.requireNonNull(type.getResourceAsStream("/" + file), file)) {
      in.transferTo(out);
    }
  }
}
