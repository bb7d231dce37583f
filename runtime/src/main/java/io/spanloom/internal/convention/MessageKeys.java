package io.spanloom.internal.convention;

import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.opentelemetry.api.common.AttributeKey;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * OpenInference's keys for one message of a list. A conversation is sent again with each call, so
 * those of the first messages are made once.
 */
final class MessageKeys {

  private static final int KEPT_MESSAGES = 64;
  private static final int KEPT_CALLS = 8;
  private static final int KEPT_PARTS = 8;

  private static final AtomicReferenceArray<MessageKeys> INPUT =
      new AtomicReferenceArray<>(KEPT_MESSAGES);
  private static final AtomicReferenceArray<MessageKeys> OUTPUT =
      new AtomicReferenceArray<>(KEPT_MESSAGES);

  final AttributeKey<String> role;
  final AttributeKey<String> toolCallId;
  final AttributeKey<String> content;
  private final String prefix;
  private final AtomicReferenceArray<Call> calls = new AtomicReferenceArray<>(KEPT_CALLS);
  private volatile @Nullable AtomicReferenceArray<Part> parts;

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

  /** The keys of one of the message's parts, by its place among them; most messages have none. */
  Part part(int index) {
    AtomicReferenceArray<Part> kept = parts;
    if (kept == null) {
      kept = new AtomicReferenceArray<>(KEPT_PARTS);
      parts = kept;
    }
    Part known = index < KEPT_PARTS ? kept.get(index) : null;
    if (known != null) {
      return known;
    }
    Part made = Part.of(prefix + "contents." + index + ".");
    if (index < KEPT_PARTS) {
      kept.set(index, made);
    }
    return made;
  }

  /** The keys of a tool call. */
  record Call(
      AttributeKey<String> id,
      AttributeKey<String> name,
      AttributeKey<String> arguments,
      AttributeKey<String> reasoningSignature) {

    private static Call of(String prefix) {
      return new Call(
          stringKey(prefix + "id"),
          stringKey(prefix + "function.name"),
          stringKey(prefix + "function.arguments"),
          stringKey(prefix + "reasoning_signature"));
    }
  }

  /** The keys of a part. */
  record Part(
      AttributeKey<String> type,
      AttributeKey<String> text,
      AttributeKey<String> id,
      AttributeKey<String> signature,
      AttributeKey<String> data,
      AttributeKey<String> encrypted,
      AttributeKey<String> imageUrl,
      AttributeKey<String> audioUrl,
      AttributeKey<String> audioMimeType,
      Call call) {

    private static Part of(String item) {
      String prefix = item + "message_content.";
      return new Part(
          stringKey(prefix + "type"),
          stringKey(prefix + "text"),
          stringKey(prefix + "id"),
          stringKey(prefix + "signature"),
          stringKey(prefix + "data"),
          stringKey(prefix + "encrypted_content"),
          stringKey(prefix + "image.image.url"),
          stringKey(prefix + "audio.audio.url"),
          stringKey(prefix + "audio.audio.mime_type"),
          Call.of(item + "tool_call."));
    }
  }
}
