package io.spanloom.internal.metric;

import java.util.Set;

/** Which attributes of a session metrics can bear. */
public final class MetricKeys {

  private static final Set<String> UNBOUNDED =
      Set.of("session.id", "gen_ai.conversation.id", "user.id");

  private MetricKeys() {}

  /** Whether the attribute has a new value for every conversation or user. */
  public static boolean isUnbounded(String key) {
    return UNBOUNDED.contains(key);
  }
}
