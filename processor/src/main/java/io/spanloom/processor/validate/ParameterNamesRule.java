package io.spanloom.processor.validate;

import io.spanloom.processor.model.Parameter;
import io.spanloom.processor.model.SourcePlace;
import io.spanloom.processor.model.SpanDefinition;
import io.spanloom.processor.report.DiagnosticCode;
import io.spanloom.processor.report.Finding;
import java.util.List;

/**
 * A class that is handed to the compiler as a class file, to trace a library, need not know what
 * its parameters are called; the compiler then makes names up.
 */
final class ParameterNamesRule implements Rule {

  @Override
  public List<Finding> check(SpanDefinition span) {
    List<String> names = span.parameters().stream().map(Parameter::name).toList();
    if (span.source().line() != SourcePlace.UNKNOWN_LINE || !names.contains("arg0")) {
      return List.of();
    }
    return List.of(
        new Finding(
            DiagnosticCode.PARAMETER_NAMES_UNKNOWN,
            span.annotations().get(0).origin(),
            "A model and who reads a trace know a parameter by its name.",
            "'%s' was compiled without names: its parameters would be %s."
                .formatted(span.method().name(), String.join(", ", names)),
            "Compile its class with -parameters."));
  }
}
