package io.spanloom.internal.convention;

import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.opentelemetry.api.common.AttributeKey;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * OpenInference's keys for one message of a list. A conversation is sent again with each call, so
 * those of the first messages are made once.
 */
final class MessageKeys {

  private static final int KEPT_MESSAGES = 64;
  private static final int KEPT_CALLS = 8;

  private static final AtomicReferenceArray<MessageKeys> INPUT =
      new AtomicReferenceArray<>(KEPT_MESSAGES);
  private static final AtomicReferenceArray<MessageKeys> OUTPUT =
      new AtomicReferenceArray<>(KEPT_MESSAGES);

  final AttributeKey<String> role;
  final AttributeKey<String> toolCallId;
  final AttributeKey<String> content;
  private final String prefix;
  private final AtomicReferenceArray<Call> calls = new AtomicReferenceArray<>(KEPT_CALLS);

  private MessageKeys(String prefix) {
    this.prefix = prefix;
    this.role = stringKey(prefix + "role");
    this.toolCallId = stringKey(prefix + "tool_call_id");
    this.content = stringKey(prefix + "content");
  }

  /** The keys of a message, by its place in the list. */
  static MessageKeys of(Direction direction, int index) {
    AtomicReferenceArray<MessageKeys> kept = direction == Direction.INPUT ? INPUT : OUTPUT;
    MessageKeys cached = index < KEPT_MESSAGES ? kept.get(index) : null;
    if (cached != null) {
      return cached;
    }
    String list = direction == Direction.INPUT ? "llm.input_messages." : "llm.output_messages.";
    MessageKeys made = new MessageKeys(list + index + ".message.");
    if (index < KEPT_MESSAGES) {
      kept.set(index, made);
    }
    return made;
  }

  /** The keys of one of the message's tool calls, by its place among them. */
  Call call(int index) {
    Call cached = index < KEPT_CALLS ? calls.get(index) : null;
    if (cached != null) {
      return cached;
    }
    Call made = Call.of(prefix + "tool_calls." + index + ".tool_call.");
    if (index < KEPT_CALLS) {
      calls.set(index, made);
    }
    return made;
  }

  /** The keys of a tool call. */
  record Call(AttributeKey<String> id, AttributeKey<String> name, AttributeKey<String> arguments) {

    private static Call of(String prefix) {
      return new Call(
          stringKey(prefix + "id"),
          stringKey(prefix + "function.name"),
          stringKey(prefix + "function.arguments"));
    }
  }
}
