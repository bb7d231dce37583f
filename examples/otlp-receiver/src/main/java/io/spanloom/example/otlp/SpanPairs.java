package io.spanloom.example.otlp;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.ByteString;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which span is the parent of which, by name: as a blueprint predicts it, and as traces have it.
 */
public final class SpanPairs {

  private static final String NO_PARENT = "-";

  private SpanPairs() {}

  /** What the blueprint predicts that the build wrote. */
  public static Set<String> predicted(Path blueprint) throws IOException {
    JsonNode model = new ObjectMapper().readTree(blueprint.toFile());
    Map<String, String> names = new HashMap<>();
    model
        .path("spans")
        .forEach(span -> names.put(span.path("id").asText(), span.path("spanName").asText()));
    Set<String> pairs = new TreeSet<>();
    model.path("roots").forEach(root -> pairs.add(pair(NO_PARENT, name(names, root))));
    for (JsonNode edge : model.path("edges")) {
      pairs.add(pair(name(names, edge.path("parent")), name(names, edge.path("child"))));
    }
    return pairs;
  }

  /**
   * What is seen in traces.
   *
   * @param model the model that was asked, which is known only at run time
   */
  public static Set<String> seen(ReceivedTrace trace, String model) {
    Map<ByteString, String> names =
        trace.spans().stream().collect(toMap(Span::getSpanId, Span::getName));
    Set<String> pairs = new TreeSet<>();
    for (Span span : trace.spans()) {
      String parent = names.getOrDefault(span.getParentSpanId(), NO_PARENT);
      pairs.add(pair(parent, span.getName()).replace(model, "{gen_ai.request.model}"));
    }
    return pairs;
  }

  private static String name(Map<String, String> names, JsonNode id) {
    return requireNonNull(names.get(id.asText()), id::asText);
  }

  private static String pair(String parent, String child) {
    return parent + " > " + child;
  }
}
