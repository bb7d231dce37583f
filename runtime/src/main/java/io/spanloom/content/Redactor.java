package io.spanloom.content;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;
import java.util.function.Predicate;

/**
 * Replaces what identifies a person or opens a door in text that is about to be recorded.
 *
 * <p>Detects e-mail addresses, payment cards (Luhn-checked), IBANs, US social security numbers, IP
 * addresses, phone numbers, bearer tokens, API keys and JSON Web Tokens. Matching takes time linear
 * in the text's length (RE2/J), whatever the text.
 */
public final class Redactor {

  private final List<Detector> detectors;

  private Redactor(List<Detector> detectors) {
    this.detectors = detectors;
  }

  /** The built-in detectors. */
  public static Redactor standard() {
    return new Redactor(
        List.of(
            Detector.of("JWT", "\\beyJ[\\w-]{8,}\\.[\\w-]{8,}\\.[\\w-]*"),
            Detector.of("TOKEN", "(?i)\\bbearer\\s+[\\w.~+/-]{8,}=*"),
            Detector.of("API_KEY", "\\b(?:sk|pk|rk)[-_][\\w-]{16,}|\\bAKIA[0-9A-Z]{16}\\b"),
            Detector.of(
                "API_KEY", "\\bAIza[\\w-]{35}|\\bgh[opsu]_\\w{36,}|\\bxox[abprs]-[\\w-]{10,}"),
            Detector.of("EMAIL", "[\\w.%+-]+@[\\w-]+(?:\\.[\\w-]+)*\\.[A-Za-z]{2,}"),
            Detector.of("IBAN", "\\b[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\\b")
                .when(Checksums::iban),
            Detector.of("CARD", "\\b\\d(?:[ -]?\\d){12,18}\\b").when(Checksums::luhn),
            Detector.of("SSN", "\\b\\d{3}-\\d{2}-\\d{4}\\b"),
            Detector.of("IP", "\\b(?:\\d{1,3}\\.){3}\\d{1,3}\\b").when(Checksums::ipv4),
            Detector.of(
                "PHONE", "(?:\\+\\d{1,3}[ .-]?)(?:\\(\\d{1,4}\\)[ .-]?)?\\d(?:[ .-]?\\d){6,11}\\b"),
            Detector.of(
                "PHONE", "\\(\\d{3}\\) ?\\d{3}[ .-]\\d{4}\\b|\\b\\d{3}[.-]\\d{3}[.-]\\d{4}\\b")));
  }

  /** The text with every finding replaced by the detector's name, as in {@code [EMAIL]}. */
  public String redact(String text) {
    String redacted = text;
    for (Detector detector : detectors) {
      redacted = detector.redact(redacted);
    }
    return redacted;
  }

  private record Detector(String name, Pattern pattern, Predicate<String> confirm) {

    static Detector of(String name, String pattern) {
      return new Detector(name, Pattern.compile(pattern), found -> true);
    }

    Detector when(Predicate<String> check) {
      return new Detector(name, pattern, check);
    }

    String redact(String text) {
      Matcher matcher = pattern.matcher(text);
      StringBuilder redacted = null;
      int kept = 0;
      while (matcher.find()) {
        if (confirm.test(matcher.group())) {
          redacted = redacted == null ? new StringBuilder(text.length()) : redacted;
          redacted.append(text, kept, matcher.start()).append('[').append(name).append(']');
          kept = matcher.end();
        }
      }
      return redacted == null ? text : redacted.append(text, kept, text.length()).toString();
    }
  }
}
