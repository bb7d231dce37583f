package io.spanloom.example.rag;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** One run of the whole program in this process, and what came of it. */
record Run(int status, String out, String err) {

  /** Runs with the index that all tests share; no answer is judged unless that is asked for. */
  static Run of(Map<String, String> environment, String... arguments) {
    Map<String, String> all =
        new HashMap<>(Map.of("RAG_INDEX", System.getenv("RAG_INDEX"), "RAG_JUDGE_RATIO", "0"));
    all.putAll(environment);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status = new Program(all, stream(out), stream(err)).run(arguments);
    return new Run(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
