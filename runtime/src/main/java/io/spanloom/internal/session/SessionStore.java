package io.spanloom.internal.session;

import io.spanloom.internal.toolcall.LongText;
import io.spanloom.internal.toolcall.PendingCalls;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The sessions seen lately, by id: a tool may run in a later request of the session than the model
 * call that asked for it. Bounded in number, and in the bytes of what all of them remember; the
 * session unused for longest is forgotten first.
 */
final class SessionStore {

  private static final int CAPACITY = 1000;

  /** About how many bytes all sessions remember together. */
  private static final long MAX_BYTES = 32L << 20;

  private final Map<Object, PendingCalls> byId = new LinkedHashMap<>(16, 0.75f, true);
  private final AtomicLong bytes = new AtomicLong();
  private final int capacity;
  private final long maxBytes;

  SessionStore() {
    this(CAPACITY, MAX_BYTES);
  }

  SessionStore(int capacity, long maxBytes) {
    this.capacity = capacity;
    this.maxBytes = maxBytes;
  }

  /** The calls of a session that is remembered, or {@code null}. */
  synchronized @Nullable PendingCalls find(String sessionId) {
    return byId.get(LongText.key(sessionId));
  }

  synchronized PendingCalls pendingCalls(@Nullable String sessionId) {
    if (sessionId == null) {
      return new PendingCalls();
    }
    PendingCalls calls =
        byId.computeIfAbsent(LongText.key(sessionId), key -> new PendingCalls(bytes));
    Iterator<PendingCalls> eldestFirst = byId.values().iterator();
    while (byId.size() > 1 && (byId.size() > capacity || bytes.get() > maxBytes)) {
      eldestFirst.next().release();
      eldestFirst.remove();
    }
    return calls;
  }
}
