package io.spanloom.internal.call;

import io.spanloom.internal.content.JdkTypes;
import io.spanloom.internal.llm.CompositeRequest;
import io.spanloom.llm.LlmAdapter;
import io.spanloom.llm.LlmRequest;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Reads requests to models off the arguments of calls, with the adapters that understand them. */
final class ModelRequests {

  private ModelRequests() {}

  /** Takes an argument that may be a request, a part of one, or several parts. */
  static void read(Call call, Object argument) {
    if (argument instanceof Collection<?> parts && isInMemory(argument)) {
      parts.forEach(part -> readPart(call, part));
    } else {
      readPart(call, argument);
    }
  }

  /** Going through other collections may run code, or ask a data base. */
  private static boolean isInMemory(Object collection) {
    String type = collection.getClass().getName();
    return JdkTypes.isContainer(collection)
        || (type.startsWith("com.google.common.collect.") && type.contains("Immutable"));
  }

  private static void readPart(Call call, @Nullable Object value) {
    LlmAdapter<?, ?> found =
        value == null ? null : call.tracing().adapters().forRequest(value.getClass());
    if (found != null && value != null) {
      if (call.adapter() == null) {
        call.setAdapter(found);
      }
      call.setRequest(CompositeRequest.of(call.request(), read(found, value)));
    }
  }

  @SuppressWarnings("unchecked") // the adapter was found by the value's class
  private static <Q> LlmRequest read(LlmAdapter<Q, ?> adapter, Object value) {
    return adapter.request((Q) value);
  }
}
