package io.spanloom.processor.report;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything the processor can find fault with; {@code docs/diagnostics.md} explains each. */
public enum DiagnosticCode {
  ABSTRACT_METHOD(Severity.ERROR),
  DOCUMENT_KEY_MISPLACED(Severity.ERROR),
  DOCUMENTS_UNKNOWN(Severity.WARNING),
  DUPLICATE_KEY(Severity.ERROR),
  DUPLICATE_ROLE(Severity.ERROR),
  DUPLICATE_TOOL(Severity.WARNING),
  GENERATED_NAME_TAKEN(Severity.ERROR),
  ILLEGAL_KEY(Severity.ERROR),
  ILLEGAL_OPTION(Severity.WARNING),
  INACCESSIBLE_PATH(Severity.ERROR),
  INTERNAL_ERROR(Severity.ERROR),
  LLM_CALL_WITHOUT_USAGE(Severity.WARNING),
  MALFORMED_PATH(Severity.ERROR),
  MISSING_INTEGRATION(Severity.WARNING),
  MISSING_RUNTIME(Severity.ERROR),
  MULTIPLE_SPAN_ANNOTATIONS(Severity.ERROR),
  NATIVE_METHOD(Severity.ERROR),
  NO_JSON_FORM(Severity.WARNING),
  NO_RESULT(Severity.ERROR),
  NOT_AN_ATTRIBUTE(Severity.ERROR),
  NOT_AN_IDENTIFIER(Severity.ERROR),
  PARAMETER_NAMES_UNKNOWN(Severity.WARNING),
  REPEATED_CONTRACT(Severity.ERROR),
  ROLE_WITHOUT_SPAN(Severity.ERROR),
  SENSITIVE_CAPTURE(Severity.ERROR),
  SUSPEND_FUNCTION(Severity.ERROR),
  TOOL_CALL_ID_NOT_STRING(Severity.ERROR),
  TOOL_CALL_ID_OUTSIDE_TOOL(Severity.ERROR),
  TOOL_NAME_REFUSED(Severity.WARNING),
  TOOL_WITHOUT_DESCRIPTION(Severity.WARNING),
  UNKNOWN_KEY(Severity.WARNING),
  UNKNOWN_OPTION(Severity.WARNING),
  UNKNOWN_PATH(Severity.ERROR),
  UNOBSERVED_RESULT(Severity.WARNING),
  WRONG_KEY_TYPE(Severity.ERROR);

  /** Whether a finding stops the build. */
  public enum Severity {
    ERROR,
    WARNING
  }

  private final Severity severity;

  DiagnosticCode(Severity severity) {
    this.severity = severity;
  }

  public Severity severity() {
    return severity;
  }

  /** The code as users read it: {@code UnknownPath} for {@link #UNKNOWN_PATH}. */
  public String text() {
    return Stream.of(name().split("_"))
        .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining());
  }
}
