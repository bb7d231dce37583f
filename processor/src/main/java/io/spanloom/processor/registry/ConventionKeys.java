package io.spanloom.processor.registry;

import java.util.List;

/** The keys that the conventions know in any version, those of key constants and others. */
public final class ConventionKeys {

  private ConventionKeys() {}

  /** Whether some version of some convention has the key. */
  public static boolean isKnown(String key) {
    KeyRegistry registry = KeyRegistry.bundled();
    return registry.keys().contains(key) || registry.families().stream().anyMatch(key::startsWith);
  }

  /** Whether nobody but the conventions names keys so. */
  public static boolean isReserved(String key) {
    return KeyRegistry.bundled().reserved().stream().anyMatch(key::startsWith);
  }

  /** The known keys whose names begin like a key's, up to the first dot, sorted. */
  public static List<String> beside(String key) {
    int dot = key.indexOf('.');
    return dot < 0
        ? List.of()
        : KeyRegistry.bundled().keys().stream()
            .filter(known -> known.startsWith(key.substring(0, dot + 1)))
            .sorted()
            .toList();
  }
}
