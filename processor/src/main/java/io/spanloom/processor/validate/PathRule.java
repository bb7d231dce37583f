package io.spanloom.processor.validate;

import io.spanloom.processor.model.Capture;
import io.spanloom.processor.model.Result;
import io.spanloom.processor.model.SpanDefinition;
import io.spanloom.processor.model.Target;
import io.spanloom.processor.report.DiagnosticCode;
import io.spanloom.processor.report.Finding;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A path leads somewhere, through types that generated code can see. */
final class PathRule implements Rule {

  private static final String RULE =
      "Each segment of a path is an accessor or a visible field of the type before it.";

  @Override
  public List<Finding> check(SpanDefinition span) {
    boolean hasResult = span.result().kind() != Result.Kind.VOID;
    return span.allCaptures()
        .filter(capture -> hasResult || !capture.ofResult())
        .map(PathRule::check)
        .filter(Objects::nonNull)
        .toList();
  }

  private static @Nullable Finding check(Capture capture) {
    if (capture.target() instanceof Target.Unknown unknown) {
      return unknown(capture, unknown);
    }
    if (capture.target() instanceof Target.NotIndexed notIndexed) {
      return notIndexed(capture, notIndexed);
    }
    if (capture.target() instanceof Target.Hidden hidden) {
      return hidden(capture, hidden);
    }
    if (capture.target() instanceof Target.Malformed) {
      return new Finding(
          DiagnosticCode.MALFORMED_PATH,
          capture.pathOrigin(),
          "A path is accessors joined by dots, with an index in brackets where one is needed.",
          "\"%s\" is not.".formatted(capture.path()),
          "Write it like \"usage.promptTokens\", \"choices[0].message\" or \"documents.size()\".");
    }
    return null;
  }

  private static Finding unknown(Capture capture, Target.Unknown unknown) {
    return new Finding(
        DiagnosticCode.UNKNOWN_PATH,
        capture.pathOrigin(),
        RULE,
        "%s has no '%s', which \"%s\" names."
            .formatted(unknown.owner(), unknown.segment(), capture.path()),
        Suggestion.of(unknown.segment(), unknown.known()));
  }

  private static Finding notIndexed(Capture capture, Target.NotIndexed notIndexed) {
    return new Finding(
        DiagnosticCode.UNKNOWN_PATH,
        capture.pathOrigin(),
        "Only lists and arrays have an index.",
        "'%s' in \"%s\" follows %s."
            .formatted(notIndexed.segment(), capture.path(), notIndexed.owner()),
        "Remove the index, or name an accessor that returns a List or an array.");
  }

  private static Finding hidden(Capture capture, Target.Hidden hidden) {
    return new Finding(
        DiagnosticCode.INACCESSIBLE_PATH,
        capture.pathOrigin(),
        "What a capture reads must be visible in the package, where the generated aspect lives.",
        "%s is not.".formatted(hidden.type()),
        "Make the type package-private or wider, or capture something else.");
  }
}
