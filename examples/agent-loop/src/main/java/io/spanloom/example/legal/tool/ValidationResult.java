package io.spanloom.example.legal.tool;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.spanloom.example.legal.citation.CitationCheck;
import io.spanloom.example.legal.citation.CitationCheck.Status;
import java.util.List;

/** What the service said of the citations, in their order. */
record ValidationResult(@JsonProperty List<CitationCheck> checks) {

  int count() {
    return checks.size();
  }

  int rejected() {
    return (int) checks.stream().filter(check -> check.status() != Status.VALID).count();
  }
}
