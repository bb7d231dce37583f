package io.spanloom.internal.call;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.logs.LogRecordBuilder;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.context.Context;
import io.spanloom.internal.convention.AttributeSink;
import io.spanloom.internal.convention.Conventions;
import io.spanloom.internal.convention.SpanRole;
import org.jspecify.annotations.Nullable;

/**
 * The conventions' event for an exception that a client operation failed with ({@code
 * gen_ai.client.operation.exception}, OpenTelemetry GenAI 1.41.1).
 */
final class ExceptionEvent {

  private ExceptionEvent() {}

  /** Whether a convention in force defines the event for the call, and somebody wants events. */
  static boolean isWanted(Call call) {
    return form(call) != null && call.tracing().events().isEnabled(Context.current());
  }

  /** Emits the event in the context of the call's span. */
  static void emit(Call call, String errorType, Attributes exception) {
    EventForm form = form(call);
    if (form == null) {
      return;
    }
    LogRecordBuilder event =
        call.tracing()
            .events()
            .event(form.name(), Severity.WARN, Context.current().with(call.span()));
    AttributeSink out = AttributeSink.into(event);
    exception.forEach((key, value) -> put(out, key, value));
    SpanRole role = call.spec().spanRole();
    Conventions conventions = form.conventions();
    conventions.identity(call.captures().identity(call.spec().identity(), call.request()), out);
    conventions.error(role, errorType, out);
    event.emit();
  }

  @SuppressWarnings("unchecked") // attributes come in pairs of one type
  private static void put(AttributeSink out, AttributeKey<?> key, Object value) {
    out.put((AttributeKey<Object>) key, value);
  }

  private static @Nullable EventForm form(Call call) {
    return call.tracing().exceptionForm(call.spec().spanRole());
  }
}
