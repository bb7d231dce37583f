package io.spanloom.processor.report;

import io.spanloom.processor.model.Origin;
import java.util.List;

/** Hands findings to the compiler. */
public final class Diagnostics {

  /** The compiler's side: knows what an origin stands for. */
  public interface Places {
    void print(DiagnosticCode.Severity severity, String message, Origin origin);
  }

  private final Places places;

  public Diagnostics(Places places) {
    this.places = places;
  }

  /** Reports all findings, in their order, each once. */
  public void report(List<Finding> findings) {
    findings.stream()
        .distinct()
        .forEach(
            finding ->
                places.print(finding.code().severity(), finding.message(), finding.origin()));
  }
}
