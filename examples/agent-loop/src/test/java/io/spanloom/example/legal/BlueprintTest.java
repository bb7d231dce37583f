package io.spanloom.example.legal;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.example.otlp.OtlpReceiver;
import io.spanloom.example.otlp.ReceivedTrace;
import io.spanloom.example.otlp.SpanPairs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The blueprint that the build wrote, against the traces of real runs. */
class BlueprintTest {

  private static final Path BLUEPRINT = Path.of("target", "spanloom", "model.json");

  @Test
  void equalsWhatReallyRuns() throws IOException {
    Set<String> predicted = SpanPairs.predicted(BLUEPRINT);

    Set<String> seen = new TreeSet<>();
    seen.addAll(pairs(Map.of()));
    seen.addAll(pairs(Map.of(), "Is", "hearsay", "admissible?"));
    seen.addAll(pairs(Map.of(), "How does photosynthesis turn sunlight into sugar?"));
    seen.addAll(pairs(Map.of("AGENT_MAX_TURNS", "2")));

    assertThat(predicted).as("predicted").containsAll(seen);
    Set<String> neverSeen = new TreeSet<>(predicted);
    neverSeen.removeAll(seen);
    System.out.println("Predicted and never seen: " + neverSeen);
    assertThat(neverSeen).isEmpty();
  }

  private static Set<String> pairs(Map<String, String> environment, String... question)
      throws IOException {
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      Map<String, String> all = new HashMap<>(receiver.environment());
      all.putAll(environment);
      Run.of(all, question);
      Set<String> pairs = SpanPairs.seen(ReceivedTrace.of(receiver), "gpt-4.1-mini");
      assertThat(pairs).isNotEmpty();
      return pairs;
    }
  }
}
