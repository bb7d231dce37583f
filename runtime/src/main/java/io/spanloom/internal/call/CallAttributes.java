package io.spanloom.internal.call;

import io.spanloom.internal.capture.AttributeSlot;

/** Writes the attributes that the program's values give to a call's span and event. */
public final class CallAttributes {

  private CallAttributes() {}

  /** Sets an attribute: on the span, or its builder, if it need not be kept until the start. */
  public static void set(Call call, AttributeSlot<?> slot, Object value) {
    if (call.plan().keepsAttributes() || !call.writer().isOpen()) {
      call.captures().attributes().add(slot, value);
      return;
    }
    Tracing tracing = call.tracing();
    call.captures()
        .attributes()
        .write(
            slot,
            value,
            call.spec().spanRole(),
            tracing.conventions(),
            tracing.content(),
            call.writer());
  }

  /** Writes the attributes captured so far on the span. */
  static void write(Call call) {
    Tracing tracing = call.tracing();
    call.captures()
        .attributes()
        .writeAll(call.spec().spanRole(), tracing.conventions(), tracing.content(), call.writer());
  }

  /** Writes the attributes in the event, if there is to be one, and forgets them. */
  static void drain(Call call) {
    CallEvent event = call.event();
    if (event != null) {
      call.captures()
          .attributes()
          .writeAll(
              call.spec().spanRole(), event.conventions(), call.tracing().eventContent(), event);
    }
    call.captures().attributes().written();
  }

  /** Records the attributes of what a call gave back, or of a piece of it. */
  @SuppressWarnings("unchecked") // generated together with the method whose result this is
  public static void readResult(Call call, Object result, ResultReader<?> reader) {
    try {
      ((ResultReader<Object>) reader).read(call, result);
    } catch (Throwable failure) {
      call.tracingFailed(failure);
    }
    write(call);
    drain(call);
  }
}
