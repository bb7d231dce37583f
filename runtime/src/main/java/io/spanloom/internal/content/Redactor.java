package io.spanloom.internal.content;

import io.spanloom.content.RedactionRule;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Replaces what identifies a person or opens a door in text that is about to be recorded.
 *
 * <p>Detects e-mail addresses, payment cards (Luhn-checked), IBANs, US social security numbers, IP
 * addresses, phone numbers, bearer tokens, API keys, JSON Web Tokens and what the text itself calls
 * a secret, and applies users' own {@link RedactionRule}s. The built-in detectors take time linear
 * in the text's length, whatever the text.
 */
public final class Redactor {

  /** What stands for a value whose name tells that it is secret. */
  private static final String SECRET = "[SECRET]";

  /** What stands for a text that could not be redacted. */
  static final String UNREADABLE = "[REDACTED]";

  private static final Redactor STANDARD = new Redactor(List.of(), failure -> {});

  private final List<RedactionRule> rules;
  private final Consumer<Throwable> failures;

  private Redactor(List<RedactionRule> rules, Consumer<Throwable> failures) {
    this.rules = List.copyOf(rules);
    this.failures = failures;
  }

  /** The built-in detectors. */
  public static Redactor standard() {
    return STANDARD;
  }

  /**
   * The built-in detectors and the rules that {@link ServiceLoader} finds.
   *
   * @param failures told of rules that cannot be loaded or that throw
   */
  public static Redactor load(Consumer<Throwable> failures) {
    List<RedactionRule> rules = new ArrayList<>();
    try {
      ServiceLoader.load(RedactionRule.class, Redactor.class.getClassLoader()).forEach(rules::add);
    } catch (ServiceConfigurationError brokenService) {
      failures.accept(brokenService);
      // What a missing rule would have found must not leave: better nothing is shown at all.
      rules.add(text -> UNREADABLE);
    }
    return new Redactor(rules, failures);
  }

  /** This redactor with a rule more. */
  public Redactor with(RedactionRule rule) {
    List<RedactionRule> all = new ArrayList<>(rules);
    all.add(rule);
    return new Redactor(all, failures);
  }

  /** The text with every finding replaced by its name, as in {@code [EMAIL]}. */
  public String redact(String text) {
    return bounded(text, Integer.MAX_VALUE);
  }

  /** The first characters of the redacted text; what lies behind them is hardly looked at. */
  public String bounded(String text, int maxLength) {
    return bounded(text, maxLength, new Scan());
  }

  /** The same, by a scan that is used for many texts. */
  public String bounded(String text, int maxLength, Scan scan) {
    return scan.shown(rules.isEmpty() ? text : byRules(text, maxLength), maxLength);
  }

  /** What stands for a text that its name tells to be secret: users' own rules come first. */
  public String secret(String text, int maxLength, Scan scan) {
    if (!rules.isEmpty()) {
      String ruled = byRules(text, maxLength);
      if (!ruled.equals(Texts.cut(text, 4L * maxLength))) {
        return scan.shown(ruled, maxLength);
      }
    }
    return scan.shown(SECRET, maxLength);
  }

  private String byRules(String text, int maxLength) {
    String prepared = Texts.cut(text, 4L * maxLength);
    for (RedactionRule rule : rules) {
      prepared = byRule(rule, prepared);
    }
    return prepared;
  }

  private String byRule(RedactionRule rule, String text) {
    @Nullable String redacted = null;
    try {
      redacted = rule.redact(text);
    } catch (Throwable broken) {
      failures.accept(broken);
    }
    return redacted == null ? UNREADABLE : redacted;
  }
}
