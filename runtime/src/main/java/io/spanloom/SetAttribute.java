package io.spanloom;

import io.opentelemetry.api.common.AttributeKey;
import io.spanloom.internal.advice.Frame;
import io.spanloom.internal.capture.AttributeSlot;

/** An attribute that the program sets on a call before it starts. */
record SetAttribute<T>(AttributeKey<T> key, T value) {

  void write(Frame frame) {
    frame.set(AttributeSlot.of(key), value);
  }
}
