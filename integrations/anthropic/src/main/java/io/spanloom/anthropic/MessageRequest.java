package io.spanloom.anthropic;

import com.anthropic.core.JsonField;
import com.anthropic.models.messages.Model;
import com.fasterxml.jackson.databind.JsonNode;
import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmRequest;
import io.spanloom.llm.LlmTool;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A request for a message. */
final class MessageRequest implements LlmRequest {

  private final JsonField<Model> model;
  private final Supplier<Object> body;
  private @Nullable JsonNode read;

  MessageRequest(JsonField<Model> model, Supplier<Object> body) {
    this.model = model;
    this.body = body;
  }

  @Override
  public String provider() {
    return "anthropic";
  }

  /** Read on its own: it is all that a call needs whose span is not sampled. */
  @Override
  public @Nullable String model() {
    return model.asKnown().map(Model::asString).orElseGet(() -> Json.text(body(), "model"));
  }

  @Override
  public @Nullable Double temperature() {
    return Json.decimal(body(), "temperature");
  }

  @Override
  public @Nullable Double topP() {
    return Json.decimal(body(), "top_p");
  }

  @Override
  public @Nullable Long topK() {
    return Json.number(body(), "top_k");
  }

  @Override
  public @Nullable Long maxTokens() {
    return Json.number(body(), "max_tokens");
  }

  @Override
  public List<String> stopSequences() {
    List<String> sequences = new ArrayList<>();
    body().path("stop_sequences").forEach(sequence -> sequences.add(sequence.asText()));
    return sequences;
  }

  @Override
  public @Nullable String reasoningLevel() {
    return Json.text(body().path("output_config"), "effort");
  }

  /** A schema asks for JSON; until it became a part of the configuration it stood alone. */
  @Override
  public @Nullable String outputType() {
    boolean json =
        body().path("output_config").path("format").isObject()
            || body().path("output_format").isObject();
    return json ? "json" : null;
  }

  @Override
  public List<LlmMessage> messages() {
    List<LlmMessage> messages = new ArrayList<>();
    String system = Contents.text(body().path("system"), "\n");
    if (system != null) {
      messages.add(LlmMessage.of("system", system));
    }
    body().path("messages").forEach(message -> Contents.read(message, messages));
    return messages;
  }

  /** The tools offered; those that the provider runs itself have a name alone. */
  @Override
  public List<LlmTool> tools() {
    List<LlmTool> tools = new ArrayList<>();
    for (JsonNode tool : body().path("tools")) {
      String name = Json.text(tool, "name");
      JsonNode schema = tool.path("input_schema");
      if (name != null) {
        tools.add(
            new LlmTool(
                name,
                Json.text(tool, "description"),
                schema.isObject() ? schema.toString() : null));
      }
    }
    return tools;
  }

  private JsonNode body() {
    if (read == null) {
      read = Json.of(body.get());
    }
    return read;
  }
}
