package io.spanloom.example.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.time.Instant;

/** Writes a completion and issues the identifiers in it. */
final class ResponseWriter {

  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final int ID_LENGTH = 24;

  private final SecureRandom random = new SecureRandom();

  JsonNode write(String model, ChatReply reply, Usage usage) {
    ObjectNode completion = JsonNodeFactory.instance.objectNode();
    completion
        .put("id", id("chatcmpl-"))
        .put("object", "chat.completion")
        .put("created", Instant.now().getEpochSecond())
        .put("model", model);
    ObjectNode choice = completion.putArray("choices").addObject();
    choice.put("index", 0);
    choice.set("message", message(reply));
    choice
        .putNull("logprobs")
        .put("finish_reason", reply.calls().isEmpty() ? "stop" : "tool_calls");
    completion.set("usage", usage(usage));
    return completion;
  }

  private ObjectNode message(ChatReply reply) {
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    message.put("role", "assistant");
    message.put("content", reply.text().isEmpty() ? null : reply.text());
    message.putNull("refusal");
    for (ChatReply.Call call : reply.calls()) {
      message
          .withArray("tool_calls")
          .addObject()
          .put("id", id("call_"))
          .put("type", "function")
          .putObject("function")
          .put("name", call.tool())
          .put("arguments", call.arguments().toString());
    }
    return message;
  }

  private static ObjectNode usage(Usage usage) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("prompt_tokens", usage.prompt())
        .put("completion_tokens", usage.completion())
        .put("total_tokens", usage.prompt() + usage.completion());
    node.putObject("prompt_tokens_details").put("cached_tokens", usage.cached());
    node.putObject("completion_tokens_details").put("reasoning_tokens", usage.reasoning());
    return node;
  }

  private String id(String prefix) {
    StringBuilder id = new StringBuilder(prefix);
    for (int i = 0; i < ID_LENGTH; i++) {
      id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return id.toString();
  }
}
