package io.spanloom.internal.toolcall;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The calls that are over, of the last so many, by their ids: the program may execute one again.
 */
final class EndedCalls {

  private final int capacity;
  private final Map<String, ToolCallRequest> byId = new LinkedHashMap<>();
  private final LongConsumer bytes;

  /**
   * None yet.
   *
   * @param bytes counts about how many bytes they take, more or less
   */
  EndedCalls(int capacity, LongConsumer bytes) {
    this.capacity = capacity;
    this.bytes = bytes;
  }

  @Nullable ToolCallRequest find(String id) {
    return byId.get(id);
  }

  /** Remembers a call if it has an id to ask for it by; its arguments are forgotten. */
  void add(ToolCallRequest request) {
    String id = request.id();
    if (id != null) {
      ToolCallRequest ended = request.withoutArguments();
      bytes.accept(ended.size());
      count(byId.put(id, ended));
      if (byId.size() > capacity) {
        remove(byId.keySet().iterator().next());
      }
    }
  }

  void remove(String id) {
    count(byId.remove(id));
  }

  private void count(@Nullable ToolCallRequest removed) {
    if (removed != null) {
      bytes.accept(-removed.size());
    }
  }
}
