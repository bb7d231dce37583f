package io.spanloom.processor.report;

import io.spanloom.processor.model.Origin;

/**
 * One thing wrong with a traced program.
 *
 * @param origin where
 * @param rule the rule that is broken
 * @param offender what breaks it
 * @param fix what to do about it
 */
public record Finding(
    DiagnosticCode code, Origin origin, String rule, String offender, String fix) {

  public boolean isError() {
    return code.severity() == DiagnosticCode.Severity.ERROR;
  }

  /** The text a user reads. */
  public String message() {
    return "[" + code.text() + "] " + rule + " " + offender + " " + fix;
  }
}
