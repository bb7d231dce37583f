package io.spanloom.internal.session;

import io.opentelemetry.api.common.Attributes;
import io.spanloom.internal.toolcall.PendingCalls;

/**
 * A session that code runs in.
 *
 * @param attributes what its spans carry
 * @param measuredAttributes those of them that go on metrics too
 * @param calls the tool calls that its models have asked for
 */
record JoinedSession(
    SessionValues values,
    Attributes attributes,
    Attributes measuredAttributes,
    PendingCalls calls) {

  /** Of code that is in no session. */
  static JoinedSession none() {
    return new JoinedSession(
        SessionValues.NONE, Attributes.empty(), Attributes.empty(), new PendingCalls());
  }
}
