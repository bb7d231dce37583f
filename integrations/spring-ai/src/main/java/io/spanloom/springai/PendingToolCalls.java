package io.spanloom.springai;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The model calls whose tools somebody else runs, by the ids of the tool calls they ask for:
 * nothing else of a call reaches those who run them. Calls without ids are unknown here.
 */
final class PendingToolCalls {

  /** Loops may be abandoned: the oldest calls are let go of. */
  private static final int MAX = 256;

  private final Set<ModelCall> open = ConcurrentHashMap.newKeySet();
  private final Map<List<String>, ModelCall> ended = Collections.synchronizedMap(new Oldest());

  /** A call begins. */
  void begin(ModelCall call) {
    open.add(call);
  }

  /** A call ends, and asks for these tool calls. */
  void end(ModelCall call, List<String> toolCallIds) {
    if (haveIds(toolCallIds)) {
      ended.put(toolCallIds, call);
    }
    open.remove(call); // found in one of the two at any time
  }

  /** The call that asks for these tool calls; its observation may still run. */
  @Nullable ModelCall find(List<String> toolCallIds) {
    if (!haveIds(toolCallIds)) {
      return null;
    }
    for (ModelCall call : open) {
      if (call.toolCallIds().equals(toolCallIds)) {
        return call;
      }
    }
    return ended.get(toolCallIds);
  }

  /** The same for the last time: the tools have run. */
  @Nullable ModelCall remove(List<String> toolCallIds) {
    ModelCall call = find(toolCallIds);
    ended.remove(toolCallIds);
    return call;
  }

  private static boolean haveIds(List<String> ids) {
    return !ids.isEmpty() && ids.stream().allMatch(ChatMessages::isPresent);
  }

  private static final class Oldest extends LinkedHashMap<List<String>, ModelCall> {

    private static final long serialVersionUID = 1;

    @Override
    protected boolean removeEldestEntry(Map.Entry<List<String>, ModelCall> eldest) {
      return size() > MAX;
    }
  }
}
