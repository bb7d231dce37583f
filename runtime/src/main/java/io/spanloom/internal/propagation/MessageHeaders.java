package io.spanloom.internal.propagation;

import io.opentelemetry.api.baggage.propagation.W3CBaggagePropagator;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import io.spanloom.internal.toolcall.CurrentToolCall;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Context in the headers of a message: W3C Trace Context, W3C Baggage, and the tool call in hand.
 *
 * <p>The propagators are the API's own, so that messages look the same whatever the program
 * configured. Names of headers are found in any case; of several values all count.
 */
public final class MessageHeaders {

  private static final TextMapPropagator W3C =
      TextMapPropagator.composite(
          W3CTraceContextPropagator.getInstance(), W3CBaggagePropagator.getInstance());

  private MessageHeaders() {}

  /** Writes what the context holds, and the tool call. */
  public static void write(
      Context context, @Nullable CurrentToolCall call, Map<String, ? super String> headers) {
    W3C.inject(context, headers, new Setter());
    String value = call == null ? null : ToolCallHeader.write(call);
    if (value != null) {
      headers.put(ToolCallHeader.NAME, value);
    }
  }

  /** The context with what the headers hold. */
  public static Context read(Context context, Map<String, ?> headers) {
    Context read = W3C.extract(context, headers, new Getter());
    CurrentToolCall call = ToolCallHeader.read(value(headers, ToolCallHeader.NAME));
    return call == null ? read : call.storeIn(read);
  }

  private static @Nullable String value(Map<String, ?> headers, String name) {
    for (Map.Entry<String, ?> header : headers.entrySet()) {
      if (name.equalsIgnoreCase(header.getKey())) {
        return text(header.getValue());
      }
    }
    return null;
  }

  private static @Nullable String text(@Nullable Object value) {
    if (value instanceof Collection<?> several) {
      List<String> texts = new ArrayList<>(several.size());
      for (Object each : several) {
        texts.add(String.valueOf(each));
      }
      return String.join(",", texts);
    }
    return value instanceof CharSequence ? value.toString() : null;
  }

  private static final class Setter implements TextMapSetter<Map<String, ? super String>> {

    @Override
    public void set(@Nullable Map<String, ? super String> headers, String name, String value) {
      if (headers != null) {
        headers.put(name, value);
      }
    }
  }

  private static final class Getter implements TextMapGetter<Map<String, ?>> {

    @Override
    @SuppressWarnings("deprecation") // abstract in older versions of the API
    public Iterable<String> keys(Map<String, ?> headers) {
      return headers.keySet();
    }

    @Override
    public @Nullable String get(@Nullable Map<String, ?> headers, String name) {
      return headers == null ? null : value(headers, name);
    }
  }
}
