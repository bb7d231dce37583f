package io.spanloom.weaver.weave;

import java.util.ArrayList;
import java.util.List;

/** A span model written by hand, for weaving without the annotation processor. */
final class ModelFile {

  private final List<String> spans = new ArrayList<>();

  static ModelFile naming(String className, String method, String descriptor) {
    return new ModelFile().and(className, method, descriptor);
  }

  ModelFile and(String className, String method, String descriptor) {
    String aspect = className.replace('$', '_') + "_SpanAspect";
    spans.add(
        """
        {
          "class": "%s", "method": "%s", "descriptor": "%s", "aspect": "%s",
          "annotation": "io.spanloom.annotations.Task", "kind": "TASK", "name": "%s",
          "spanName": "%s", "otelKind": "INTERNAL", "openInferenceKind": "CHAIN",
          "taskKind": "REASONING", "result": "value",
          "source": { "file": "%s.java", "line": 7 }, "attributes": []
        }
        """
            .formatted(
                className, method, descriptor, aspect, method, method, simpleName(className)));
    return this;
  }

  /** The same methods, as contracts that another aspect traces. */
  ModelFile tracingImplementationsBy(String aspect) {
    spans.replaceAll(
        span ->
            span.replaceFirst("\"aspect\": \"[^\"]*\"", "\"aspect\": \"" + aspect + "\"")
                .replace("\"result\":", "\"implementations\": true, \"result\":"));
    return this;
  }

  private static String simpleName(String className) {
    return className.substring(className.lastIndexOf('.') + 1);
  }

  String json() {
    return """
    {
      "formatVersion": 1,
      "conventions": { "genai": "1.41.1", "openinference": "1" },
      "spans": [%s]
    }
    """
        .formatted(String.join(",", spans));
  }
}
