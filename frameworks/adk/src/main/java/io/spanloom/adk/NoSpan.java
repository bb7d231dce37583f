package io.spanloom.adk;

import io.opentelemetry.context.Context;

/** A span of ADK's that stands for no call of its own. */
final class NoSpan extends AdkSpan {

  NoSpan(Context parent) {
    super(parent);
  }

  @Override
  void onEnd() {}
}
