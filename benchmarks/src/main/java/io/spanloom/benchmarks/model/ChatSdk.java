package io.spanloom.benchmarks.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The types of a model provider's SDK. */
public final class ChatSdk {

  private ChatSdk() {}

  /** What is asked. */
  public record Request(String model, double temperature, long maxTokens, List<Message> messages) {}

  /** What is answered. */
  public record Response(
      String id, String model, String finishReason, Message message, Usage usage) {}

  /** One message; {@code callId} is the call it answers. */
  public record Message(
      String role, @Nullable String text, List<Call> calls, @Nullable String callId) {}

  /** A tool call the model asks for. */
  public record Call(String id, String name, String arguments) {}

  /** Tokens, those cached and spent on reasoning included. */
  public record Usage(long input, long cached, long output, long reasoning) {}
}
