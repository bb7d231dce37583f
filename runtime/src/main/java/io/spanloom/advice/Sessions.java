package io.spanloom.advice;

import io.spanloom.toolcall.PendingCalls;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The sessions seen lately, by id: a tool may run in a later request of the session than the model
 * call that asked for it. Bounded; the session unused for longest is forgotten first.
 */
final class Sessions {

  private static final int CAPACITY = 1000;

  private final Map<String, PendingCalls> byId =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, PendingCalls> eldest) {
          return size() > CAPACITY;
        }
      };

  synchronized PendingCalls pendingCalls(@Nullable String sessionId) {
    return sessionId == null
        ? new PendingCalls()
        : byId.computeIfAbsent(sessionId, id -> new PendingCalls());
  }
}
