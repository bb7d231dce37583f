package io.spanloom.benchmarks.model;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a good engineer writes of messages by hand where their texts must not be recorded. */
final class MessagesJson {

  private static final JsonFactory JSON = new JsonFactory();

  private final JsonGenerator out;

  private MessagesJson(JsonGenerator out) {
    this.out = out;
  }

  static String of(List<ChatSdk.Message> messages, @Nullable String finishReason) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = JSON.createGenerator(text)) {
      new MessagesJson(out).write(messages, finishReason);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  /** What a model is asked with besides messages. */
  static String parameters(ChatSdk.Request request) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = JSON.createGenerator(text)) {
      out.writeStartObject();
      out.writeStringField("model", request.model());
      out.writeNumberField("temperature", request.temperature());
      out.writeNumberField("max_tokens", request.maxTokens());
      out.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  private void write(List<ChatSdk.Message> messages, @Nullable String finishReason)
      throws IOException {
    out.writeStartArray();
    for (ChatSdk.Message message : messages) {
      write(message, finishReason);
    }
    out.writeEndArray();
  }

  private void write(ChatSdk.Message message, @Nullable String finishReason) throws IOException {
    out.writeStartObject();
    out.writeStringField("role", message.role());
    out.writeArrayFieldStart("parts");
    if (message.callId() != null) {
      out.writeStartObject();
      out.writeStringField("type", "tool_call_response");
      out.writeStringField("id", message.callId());
      out.writeNullField("response");
      out.writeEndObject();
    }
    for (ChatSdk.Call call : message.calls()) {
      out.writeStartObject();
      out.writeStringField("type", "tool_call");
      out.writeStringField("id", call.id());
      out.writeStringField("name", call.name());
      out.writeEndObject();
    }
    out.writeEndArray();
    if (finishReason != null) {
      out.writeStringField("finish_reason", finishReason);
    }
    out.writeEndObject();
  }
}
