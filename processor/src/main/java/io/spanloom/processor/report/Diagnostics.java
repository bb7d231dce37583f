package io.spanloom.processor.report;

import io.spanloom.processor.model.Origin;
import java.util.List;

/** Hands findings to the compiler. */
public final class Diagnostics {

  /** The compiler's side: knows what an origin stands for. */
  public interface Places {
    /** Prints a message, unless the program's source switches the warning off where it stands. */
    void print(DiagnosticCode code, String message, Origin origin);
  }

  private final Places places;
  private final boolean warnings;

  /**
   * Makes a reporter.
   *
   * @param warnings whether it prints warnings
   */
  public Diagnostics(Places places, boolean warnings) {
    this.places = places;
    this.warnings = warnings;
  }

  /** Reports all findings, in their order, each once. */
  public void report(List<Finding> findings) {
    findings.stream()
        .filter(finding -> warnings || finding.isError())
        .distinct()
        .forEach(finding -> places.print(finding.code(), finding.message(), finding.origin()));
  }
}
