package io.spanloom.internal.call;

import io.spanloom.internal.capture.AttributeSlot;

/** The attributes that a call captures, on their way to its span and its event. */
public final class CallAttributes {

  private CallAttributes() {}

  /** Sets one: on the span, or its builder, if it need not be kept until the start. */
  public static void set(Call call, AttributeSlot<?> slot, Object value) {
    if (call.plan().keepsAttributes() || !call.writer().isOpen()) {
      call.captures().attribute(slot, value);
    } else {
      Tracing tracing = call.tracing();
      call.captures()
          .write(
              slot,
              value,
              call.spec().spanRole(),
              tracing.conventions(),
              tracing.content(),
              call.writer());
    }
  }

  /** Writes those captured so far on the span. */
  static void write(Call call) {
    Tracing tracing = call.tracing();
    call.captures()
        .writeAttributes(
            call.spec().spanRole(), tracing.conventions(), tracing.content(), call.writer());
  }

  /** Writes them in the event, if there is to be one, and forgets them. */
  static void drain(Call call) {
    CallEvent event = call.event();
    if (event != null) {
      call.captures()
          .writeAttributes(
              call.spec().spanRole(), event.conventions(), call.tracing().eventContent(), event);
    }
    call.captures().attributesWritten();
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
