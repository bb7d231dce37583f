package io.spanloom.internal.convention;

import io.spanloom.annotations.GenAi;
import io.spanloom.annotations.OpenInference;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the conventions' keys say, whichever conventions are in force. */
public final class WellKnown {

  private static final Map<String, SpanProperty> PROPERTIES = facts();

  /** Content that is no fact of the neutral description. */
  private static final Set<String> OTHER_CONTENT =
      Set.of(
          GenAi.EVALUATION_EXPLANATION,
          OpenInference.LLM_PROMPT_TEMPLATE_TEMPLATE,
          OpenInference.LLM_PROMPT_TEMPLATE_VARIABLES);

  private WellKnown() {}

  /** The fact a key stands for, or {@code null} for a key of the user's own. */
  public static @Nullable SpanProperty fact(String key) {
    return PROPERTIES.get(key);
  }

  /** Whether a key's value is content. */
  public static boolean isContent(String key) {
    SpanProperty fact = fact(key);
    return OTHER_CONTENT.contains(key)
        || (fact != null && fact.part() == SpanProperty.Part.CONTENT);
  }

  /** A key that several facts go by stands for the first: a model is the one asked for. */
  private static Map<String, SpanProperty> facts() {
    Map<String, SpanProperty> facts = new HashMap<>();
    for (Convention convention : Conventions.known()) {
      for (AttributeMapping use : convention.keys().uses()) {
        facts.merge(
            use.key().getKey(), use.fact(), (one, other) -> one.compareTo(other) < 0 ? one : other);
      }
    }
    return Collections.unmodifiableMap(facts);
  }
}
