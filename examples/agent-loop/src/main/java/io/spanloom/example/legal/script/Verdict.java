package io.spanloom.example.legal.script;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which findings may be relied on, and what the reader must know of the others. */
record Verdict(List<Finding> accepted, List<String> caveats) {

  /** Reads the validator's result; null means that validation failed. */
  static Verdict of(List<Finding> found, @Nullable Step validation) {
    if (validation == null) {
      return new Verdict(found, List.of("The citations could not be checked."));
    }
    List<Finding> accepted = new ArrayList<>();
    List<String> caveats = new ArrayList<>();
    for (JsonNode check : validation.result().path("checks")) {
      String citation = check.path("citation").asText();
      if (check.path("status").asText().equalsIgnoreCase("valid")) {
        found.stream().filter(it -> it.citation().equals(citation)).forEach(accepted::add);
      } else {
        caveats.add("Not relied on: " + citation + ", " + check.path("detail").asText() + ".");
      }
    }
    return new Verdict(accepted, caveats);
  }
}
