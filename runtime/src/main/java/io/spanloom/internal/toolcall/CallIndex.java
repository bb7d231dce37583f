package io.spanloom.internal.toolcall;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds pending calls by a text that several of them may have. */
final class CallIndex {

  private final Map<String, List<PendingCall>> calls = new HashMap<>();

  /** Adds a call; one without a key is not found. */
  void add(@Nullable String key, PendingCall call) {
    if (key != null) {
      calls.computeIfAbsent(key, first -> new ArrayList<>(2)).add(call);
    }
  }

  /** The calls with that key, in the order in which they were added. */
  List<PendingCall> find(String key) {
    return calls.getOrDefault(key, List.of());
  }

  void remove(@Nullable String key, PendingCall call) {
    List<PendingCall> same = key == null ? null : calls.get(key);
    if (same != null && same.remove(call) && same.isEmpty()) {
      calls.remove(key);
    }
  }
}
