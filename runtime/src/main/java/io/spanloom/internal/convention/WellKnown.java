package io.spanloom.internal.convention;

import io.spanloom.internal.content.ContentPart;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the conventions' keys say, whichever conventions are in force. */
public final class WellKnown {

  private static final Map<String, SpanProperty> PROPERTIES = properties();

  private WellKnown() {}

  /** The property that a key stands for, or {@code null} for a key of the user's own. */
  public static @Nullable SpanProperty fact(String key) {
    return PROPERTIES.get(key);
  }

  /** The part of content a key's value is, or {@code null} if it is none. */
  public static @Nullable ContentPart content(String key) {
    return KeyRegistry.bundled().content().get(key);
  }

  /** What a property says, in a few words. */
  public static String meaning(SpanProperty property) {
    return KeyRegistry.bundled().meanings().getOrDefault(property, property.name());
  }

  /** A key of several properties stands for the first: a model is the requested one. */
  private static Map<String, SpanProperty> properties() {
    Map<String, SpanProperty> properties = new HashMap<>();
    for (Convention convention : Conventions.available()) {
      for (AttributeMapping mapping : convention.keys().mappings()) {
        properties.merge(
            mapping.key().getKey(),
            mapping.property(),
            (one, other) -> one.compareTo(other) < 0 ? one : other);
      }
    }
    return Map.copyOf(properties);
  }
}
