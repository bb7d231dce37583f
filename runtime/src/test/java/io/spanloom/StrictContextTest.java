package io.spanloom;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.context.ContextStorage;
import io.spanloom.annotations.Agent;
import io.spanloom.annotations.SessionId;
import io.spanloom.annotations.Tool;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A storage of contexts that wants every scope closed, and on the thread that opened it. */
class StrictContextTest {

  private static final String STRICT = "-Dio.opentelemetry.context.enableStrictContext=true";

  @Test
  void everyScopeIsClosed() throws Exception {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElseThrow());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("-javaagent:"))
        .forEach(command::add);
    command.addAll(
        List.of(STRICT, "-cp", System.getProperty("java.class.path"), Program.class.getName()));

    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), UTF_8);

    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(printed)
        .endsWith(
            """
            invoke_agent agent s-1
              execute_tool search s-1
              execute_tool fail s-1 ERROR
              execute_tool later s-1
              execute_tool streamed s-1
              execute_tool search s-1
            every scope closed
            """);
  }

  /** Traced in a JVM of its own: contexts are stored in one way from the first to the last. */
  static final class Program {

    private Program() {}

    @SuppressWarnings("SystemOut") // what the test reads
    public static void main(String[] arguments) throws Exception {
      ContextStorage strict = ContextStorage.get();
      if (strict.equals(ContextStorage.defaultStorage())) {
        throw new AssertionError("Scopes are not watched");
      }
      try (Recorded recorded = Recorded.withDefaults()) {
        agent("s-1");
        System.out.print(recorded.tree("session.id"));
      }
      ((AutoCloseable) strict).close(); // throws if a scope was not
      System.out.println("every scope closed");
    }

    @Agent("agent")
    private static void agent(@SessionId String session) {
      search("a");
      try {
        fail("b");
      } catch (IllegalStateException expected) {
        CompletableFuture<String> answer = later("c");
        answer.complete("d");
      }
      streamed("e").forEach(piece -> search(piece));
    }

    /** Searches. */
    @Tool
    private static String search(String query) {
      return query;
    }

    /** Fails. */
    @Tool
    private static void fail(String query) {
      throw new IllegalStateException("on purpose");
    }

    /** Answers later. */
    @Tool
    private static CompletableFuture<String> later(String query) {
      return new CompletableFuture<>();
    }

    /** Answers piece by piece. */
    @Tool
    private static Stream<String> streamed(String query) {
      return Stream.of(query);
    }
  }
}
