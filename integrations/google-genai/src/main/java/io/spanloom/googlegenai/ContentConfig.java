package io.spanloom.googlegenai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.genai.types.FunctionDeclaration;
import com.google.genai.types.GenerateContentConfig;
import com.google.genai.types.ThinkingConfig;
import com.google.genai.types.Tool;
import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmRequest;
import io.spanloom.llm.LlmTool;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How an answer is to be generated: the settings, the system's instruction and the tools. */
record ContentConfig(GenerateContentConfig config) implements LlmRequest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public String provider() {
    return GenerateContentAdapter.PROVIDER;
  }

  @Override
  public @Nullable Double temperature() {
    return decimal(config.temperature());
  }

  @Override
  public @Nullable Double topP() {
    return decimal(config.topP());
  }

  @Override
  public @Nullable Long topK() {
    return config.topK().map(Float::longValue).orElse(null);
  }

  @Override
  public @Nullable Long maxTokens() {
    return wide(config.maxOutputTokens());
  }

  @Override
  public @Nullable Long choiceCount() {
    return wide(config.candidateCount());
  }

  @Override
  public @Nullable Long seed() {
    return wide(config.seed());
  }

  @Override
  public @Nullable Double frequencyPenalty() {
    return decimal(config.frequencyPenalty());
  }

  @Override
  public @Nullable Double presencePenalty() {
    return decimal(config.presencePenalty());
  }

  @Override
  public List<String> stopSequences() {
    return config.stopSequences().orElse(List.of());
  }

  /** Newer than the oldest version of the SDK that is supported, hence read as JSON. */
  @Override
  public @Nullable String reasoningLevel() {
    return config
        .thinkingConfig()
        .map(ThinkingConfig::toJson)
        .map(thinking -> json(thinking).path("thinkingLevel").textValue())
        .orElse(null);
  }

  /** Sound or pictures if they are asked for, else what the answer's media type is. */
  @Override
  public @Nullable String outputType() {
    List<String> modalities =
        config.responseModalities().orElse(List.of()).stream()
            .map(modality -> modality.toUpperCase(Locale.ROOT))
            .toList();
    if (modalities.contains("AUDIO")) {
      return "speech";
    }
    return modalities.contains("IMAGE")
        ? "image"
        : config.responseMimeType().map(ContentConfig::type).orElse(null);
  }

  @Override
  public List<LlmMessage> messages() {
    return config.systemInstruction().map(Contents::text).stream()
        .map(text -> LlmMessage.of("system", text))
        .toList();
  }

  /** The functions offered, those that the SDK calls itself by their names alone. */
  @Override
  public List<LlmTool> tools() {
    List<LlmTool> tools = new ArrayList<>();
    for (Tool tool : config.tools().orElse(List.of())) {
      tool.functionDeclarations().orElse(List.of()).forEach(each -> add(each, tools));
      for (Method method : tool.functions().orElse(List.of())) {
        tools.add(new LlmTool(method.getName(), null, null));
      }
    }
    return tools;
  }

  private static void add(FunctionDeclaration function, List<LlmTool> tools) {
    String name = function.name().orElse(null);
    if (name != null) {
      tools.add(new LlmTool(name, function.description().orElse(null), parameters(function)));
    }
  }

  /** The schema: Google's own dialect has types in capitals, newer versions of the SDK any. */
  private static @Nullable String parameters(FunctionDeclaration function) {
    JsonNode read = json(function.toJson());
    for (String member : new String[] {"parameters", "parametersJsonSchema"}) {
      if (read.path(member).isObject()) {
        return standard(read.path(member)).toString();
      }
    }
    return null;
  }

  /** The schema with the types of JSON Schema. */
  private static JsonNode standard(JsonNode schema) {
    if (schema instanceof ObjectNode object && object.path("type").isTextual()) {
      object.put("type", object.path("type").textValue().toLowerCase(Locale.ROOT));
    }
    for (String member : new String[] {"properties", "anyOf"}) {
      schema.path(member).forEach(ContentConfig::standard);
    }
    if (schema.path("items").isObject()) {
      standard(schema.path("items"));
    }
    return schema;
  }

  private static @Nullable String type(String mediaType) {
    return switch (mediaType) {
      case "application/json", "text/x.enum" -> "json";
      case "text/plain" -> "text";
      default -> null;
    };
  }

  /** The number that was meant: 0.2, not the float's neighbour of it. */
  private static @Nullable Double decimal(Optional<Float> number) {
    return number.map(value -> Double.valueOf(value.toString())).orElse(null);
  }

  private static @Nullable Long wide(Optional<Integer> number) {
    return number.map(Long::valueOf).orElse(null);
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException notWrittenByTheSdk) {
      throw new IllegalStateException("Cannot read the SDK's JSON", notWrittenByTheSdk);
    }
  }
}
