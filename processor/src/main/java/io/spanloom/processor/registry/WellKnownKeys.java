package io.spanloom.processor.registry;

import io.spanloom.processor.model.AttributeType;
import java.util.Optional;

/** What the conventions say about their keys. */
public final class WellKnownKeys {

  private WellKnownKeys() {}

  /** The type the conventions give to a key; empty for a key of the user's own. */
  public static Optional<AttributeType> typeOf(String key) {
    return Optional.ofNullable(KeyRegistry.bundled().types().get(key));
  }

  /** Whether the conventions have the key. */
  public static boolean isKnown(String key) {
    return KeyRegistry.bundled().keys().contains(key);
  }

  /** Whether a key's value is content, recorded only where the capture policy allows it. */
  public static boolean isContent(String key) {
    return KeyRegistry.bundled().content().contains(key);
  }
}
