package io.spanloom.example.rag;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.ByteString;
import io.opentelemetry.proto.trace.v1.Span;
import io.spanloom.example.otlp.OtlpReceiver;
import io.spanloom.example.otlp.ReceivedTrace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The blueprint that the build wrote, against the traces of real runs. */
class BlueprintTest {

  private static final Path BLUEPRINT = Path.of("target", "spanloom", "model.json");
  private static final String NO_PARENT = "-";

  @Test
  void equalsWhatReallyRuns(@TempDir Path index) throws IOException {
    Set<String> predicted = predicted(new ObjectMapper().readTree(BLUEPRINT.toFile()));

    Set<String> seen = new TreeSet<>();
    seen.addAll(pairs(Map.of("RAG_INDEX", index.toString(), "RAG_JUDGE_RATIO", "1")));

    assertThat(predicted).as("predicted").containsAll(seen);
    Set<String> neverSeen = new TreeSet<>(predicted);
    neverSeen.removeAll(seen);
    System.out.println("Predicted and never seen: " + neverSeen);
    assertThat(neverSeen).isEmpty();
  }

  private static Set<String> predicted(JsonNode blueprint) {
    Map<String, String> names = new HashMap<>();
    blueprint
        .path("spans")
        .forEach(span -> names.put(span.path("id").asText(), span.path("spanName").asText()));
    Set<String> pairs = new TreeSet<>();
    blueprint.path("roots").forEach(root -> pairs.add(pair(NO_PARENT, names.get(root.asText()))));
    blueprint
        .path("edges")
        .forEach(
            edge ->
                pairs.add(
                    pair(
                        names.get(edge.path("parent").asText()),
                        names.get(edge.path("child").asText()))));
    return pairs;
  }

  private static Set<String> pairs(Map<String, String> environment, String... question)
      throws IOException {
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      Map<String, String> all = new HashMap<>(receiver.environment());
      all.putAll(environment);
      Run.of(all, question);
      List<Span> spans = ReceivedTrace.of(receiver).spans();
      Map<ByteString, String> names = spans.stream().collect(toMap(Span::getSpanId, Span::getName));
      Set<String> pairs = new TreeSet<>();
      spans.forEach(
          span ->
              pairs.add(
                  pair(names.getOrDefault(span.getParentSpanId(), NO_PARENT), span.getName())));
      assertThat(pairs).isNotEmpty();
      return pairs;
    }
  }

  /** The model is known only at run time. */
  private static String pair(String parent, String child) {
    return parent + " > " + child.replace("gpt-4.1-mini", "{gen_ai.request.model}");
  }
}
