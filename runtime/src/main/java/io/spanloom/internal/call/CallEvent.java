package io.spanloom.internal.call;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.logs.LogRecordBuilder;
import io.opentelemetry.context.Context;
import io.spanloom.annotations.GenAi;
import io.spanloom.internal.convention.AttributeSink;
import io.spanloom.internal.convention.Conventions;
import io.spanloom.internal.convention.SpanRole;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The event of one call in the making: what its span says and, above that, content. Emitted once,
 * when the call ends.
 */
final class CallEvent implements AttributeSink {

  /** What the GenAI conventions want as structured values in events. */
  private static final Set<String> STRUCTURED =
      Set.of(
          GenAi.SYSTEM_INSTRUCTIONS,
          GenAi.INPUT_MESSAGES,
          GenAi.OUTPUT_MESSAGES,
          GenAi.TOOL_DEFINITIONS,
          GenAi.TOOL_CALL_ARGUMENTS,
          GenAi.TOOL_CALL_RESULT,
          GenAi.RETRIEVAL_DOCUMENTS);

  private final Tracing tracing;
  private final EventForm form;
  private final Map<AttributeKey<?>, Object> attributes = new LinkedHashMap<>();
  private boolean hasContent;

  private CallEvent(Tracing tracing, EventForm form) {
    this.tracing = tracing;
    this.form = form;
    this.hasContent = form.standard();
  }

  /** An event to fill, or {@code null} if nobody wants it. */
  static @Nullable CallEvent begin(Tracing tracing, SpanRole role, Context context) {
    return tracing.events().isEnabled(context)
        ? new CallEvent(tracing, tracing.eventForm(role))
        : null;
  }

  /** The conventions the event is written in. */
  Conventions conventions() {
    return form.conventions();
  }

  /** An event of our own tells content, or is not worth emitting. */
  void addedContent() {
    hasContent = true;
  }

  @Override
  public <T> void put(AttributeKey<T> key, @Nullable T value) {
    if (value == null) {
      return;
    }
    if (value instanceof String text && isStructured(key)) {
      attributes.put(AttributeKey.valueKey(key.getKey()), StructuredValues.parse(text));
    } else {
      attributes.put(key, value);
    }
  }

  /** Where there are no structured attributes, the conventions want the JSON text. */
  private static boolean isStructured(AttributeKey<?> key) {
    return OpenTelemetryFeatures.VALUE_ATTRIBUTES && STRUCTURED.contains(key.getKey());
  }

  void putAll(Attributes more) {
    more.forEach(attributes::put);
  }

  /** Emits the event in the context of the call's span. */
  void emit(Context context) {
    if (hasContent) {
      LogRecordBuilder event = tracing.events().event(form.name(), context);
      attributes.forEach((key, value) -> set(event, key, value));
      event.emit();
    }
  }

  @SuppressWarnings("unchecked") // put in pairs of one type
  private static void set(LogRecordBuilder event, AttributeKey<?> key, Object value) {
    event.setAttribute((AttributeKey<Object>) key, value);
  }
}
