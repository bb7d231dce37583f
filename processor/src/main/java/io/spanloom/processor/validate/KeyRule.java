package io.spanloom.processor.validate;

import io.spanloom.processor.model.AttributeType;
import io.spanloom.processor.model.Capture;
import io.spanloom.processor.model.ParameterRole;
import io.spanloom.processor.model.SpanDefinition;
import io.spanloom.processor.model.Target;
import io.spanloom.processor.registry.ConventionKeys;
import io.spanloom.processor.registry.WellKnownKeys;
import io.spanloom.processor.report.DiagnosticCode;
import io.spanloom.processor.report.Finding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A key is well formed, set once, and what the conventions say of it: known, of its type. */
final class KeyRule implements Rule {

  /** Parts joined by dots; the backends' query languages choke on blanks and quotes. */
  private static final Pattern LEGAL =
      Pattern.compile("[\\p{L}\\p{N}_/:@-]+(\\.[\\p{L}\\p{N}_/:@-]+)*");

  private static final int LONGEST = 255;

  @Override
  public List<Finding> check(SpanDefinition span) {
    List<Finding> findings = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Capture capture : span.captures(ParameterRole.ATTRIBUTE).toList()) {
      String key = capture.key();
      if (key.length() > LONGEST || !LEGAL.matcher(key).matches()) {
        findings.add(illegal(capture));
      } else if (!seen.add(key)) {
        findings.add(duplicate(capture));
      } else {
        addIfAny(findings, unknown(capture));
      }
    }
    span.allCaptures().map(KeyRule::wrongType).filter(Objects::nonNull).forEach(findings::add);
    return findings;
  }

  private static void addIfAny(List<Finding> findings, @Nullable Finding finding) {
    if (finding != null) {
      findings.add(finding);
    }
  }

  private static Finding illegal(Capture capture) {
    return new Finding(
        DiagnosticCode.ILLEGAL_KEY,
        capture.keyOrigin(),
        "A key is names of letters, digits, '_', '-', '/', ':' or '@' joined by dots, at most 255"
            + " characters.",
        capture.key().isBlank() ? "This one is blank." : "\"%s\" is not.".formatted(capture.key()),
        "Write it like \"app.top_k\".");
  }

  static Finding duplicate(Capture capture) {
    return new Finding(
        DiagnosticCode.DUPLICATE_KEY,
        capture.keyOrigin(),
        "A span holds one value for each key.",
        "\"%s\" is captured twice.".formatted(capture.key()),
        "Remove one of them, or give it another key.");
  }

  /** A slip in a convention's key: no reader would find the attribute. */
  private static @Nullable Finding unknown(Capture capture) {
    String key = capture.key();
    if (ConventionKeys.isKnown(key)) {
      return null;
    }
    boolean reserved = ConventionKeys.isReserved(key);
    List<String> beside = ConventionKeys.beside(key);
    Optional<String> meant =
        reserved ? Suggestion.nearest(key, beside) : Suggestion.nearest(key, beside, 1);
    if (meant.isEmpty() && !reserved) {
      return null;
    }
    return new Finding(
        DiagnosticCode.UNKNOWN_KEY,
        capture.keyOrigin(),
        "Readers of a trace look for the keys that the conventions define.",
        "\"%s\" looks like one, and no known version has it.".formatted(key),
        meant
            .map(Suggestion::question)
            .orElse(
                "Choose a key of your own, such as \"app.%s\"; if a newer version has it, write"
                        .formatted(key.substring(key.indexOf('.') + 1))
                    + " @SuppressWarnings(\"UnknownKey\")."));
  }

  private static @Nullable Finding wrongType(Capture capture) {
    Optional<AttributeType> wanted = WellKnownKeys.typeOf(capture.key());
    if (wanted.isEmpty()
        || capture.role() == ParameterRole.DOCUMENT_DETAIL
        || !(capture.target() instanceof Target.Value value)
        || value.attribute() == null
        || value.attribute().type() == wanted.get()) {
      return null;
    }
    return new Finding(
        DiagnosticCode.WRONG_KEY_TYPE,
        capture.keyOrigin(),
        "The conventions give \"%s\" the type %s.".formatted(capture.key(), wanted.get().text()),
        "A value of type %s becomes %s."
            .formatted(value.typeText(), value.attribute().type().text()),
        "Name a path to a value of that type, or choose a key of your own.");
  }
}
