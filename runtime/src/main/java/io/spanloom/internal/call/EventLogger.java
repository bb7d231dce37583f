package io.spanloom.internal.call;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.logs.LogRecordBuilder;
import io.opentelemetry.api.logs.Logger;
import io.opentelemetry.api.logs.LoggerProvider;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.context.Context;

/** Emits events, with the logs API of whichever OpenTelemetry the program has. */
public final class EventLogger {

  /** Where the conventions put an event's name before log records had one of their own. */
  private static final AttributeKey<String> EVENT_NAME = AttributeKey.stringKey("event.name");

  private final Logger logger;
  private final boolean noop;

  EventLogger(Logger logger) {
    this.logger = logger;
    this.noop = logger == LoggerProvider.noop().get("noop");
  }

  /** Whether anybody wants events. */
  public boolean isEnabled(Context context) {
    if (noop) {
      return false;
    }
    return !OpenTelemetryFeatures.LOGGER_ENABLED || logger.isEnabled(Severity.INFO, context);
  }

  /** An event to fill and emit. */
  public LogRecordBuilder event(String name, Context context) {
    return event(name, Severity.INFO, context);
  }

  /** The same, of some severity. */
  LogRecordBuilder event(String name, Severity severity, Context context) {
    LogRecordBuilder event = logger.logRecordBuilder().setSeverity(severity).setContext(context);
    return OpenTelemetryFeatures.EVENT_NAMES
        ? event.setEventName(name)
        : event.setAttribute(EVENT_NAME, name);
  }
}
