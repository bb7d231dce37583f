package io.spanloom.adk;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the open span of what a callback is about. ADK's operators may call back on a thread that
 * has no context.
 *
 * @param <S> the spans
 */
final class OpenSpans<S> {

  private final Map<Object, S> spans = Collections.synchronizedMap(new IdentityHashMap<>());

  void put(Object subject, S span) {
    spans.put(subject, span);
  }

  @Nullable S get(Object subject) {
    return spans.get(subject);
  }

  void remove(Object subject) {
    spans.remove(subject);
  }
}
