package io.spanloom.internal.convention;

import static io.opentelemetry.api.common.AttributeKey.doubleArrayKey;
import static io.opentelemetry.api.common.AttributeKey.doubleKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.spanloom.internal.content.ContentPart;
import io.spanloom.internal.content.ContentPolicy;
import io.spanloom.llm.LlmRequest;
import io.spanloom.llm.LlmResponse;
import io.spanloom.llm.LlmTool;
import io.spanloom.retrieval.Document;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The OpenInference semantic conventions: what Arize Phoenix and its like read. */
final class OpenInferenceConvention implements Convention {

  private final KeyRegistry.Version version;

  OpenInferenceConvention(KeyRegistry.Version version) {
    this.version = version;
  }

  @Override
  public String id() {
    return version.id();
  }

  @Override
  public @Nullable String schemaUrl() {
    return version.schemaUrl();
  }

  @Override
  public AttributeMappings keys() {
    return version.keys();
  }

  @Override
  public void request(LlmRequest request, ContentPolicy content, AttributeSink out) {
    Map<String, Object> parameters = parameters(request);
    if (!parameters.isEmpty()) {
      String json = content.json(ContentPart.INVOCATION_PARAMETERS, parameters);
      keys().put(SpanRole.LLM, SpanProperty.PARAMETERS, json, out);
    }
    new OpenInferenceMessages(content, Direction.INPUT, out).write(request.messages());
    if (content.allowed()) {
      tools(request.tools(), content, out);
    }
  }

  @Override
  public void response(LlmResponse response, ContentPolicy content, AttributeSink out) {
    new OpenInferenceMessages(content, Direction.OUTPUT, out).write(response.messages());
  }

  @Override
  public void embeddedTexts(List<String> texts, ContentPolicy content, AttributeSink out) {
    for (int i = 0; i < texts.size(); i++) {
      out.put(
          stringKey("embedding.embeddings." + i + ".embedding.text"),
          content.text(ContentPart.EMBEDDING_TEXT, texts.get(i)));
    }
  }

  @Override
  public void vectors(List<double[]> vectors, ContentPolicy content, AttributeSink out) {
    for (int i = 0; i < vectors.size(); i++) {
      String key = "embedding.embeddings." + i + ".embedding.vector";
      if (content.hides(ContentPart.EMBEDDING_VECTOR)) {
        out.put(stringKey(key), ContentPolicy.MASK);
      } else {
        out.put(doubleArrayKey(key), Arrays.stream(vectors.get(i)).boxed().toList());
      }
    }
  }

  @Override
  public void documents(
      DocumentPlace place, List<Document> documents, ContentPolicy content, AttributeSink out) {
    String prefix =
        switch (place) {
          case RETRIEVED -> "retrieval.documents.";
          case BEFORE_RERANK -> "reranker.input_documents.";
          case AFTER_RERANK -> "reranker.output_documents.";
        };
    for (int i = 0; i < documents.size(); i++) {
      document(prefix + i + ".document.", documents.get(i), place.part(), content, out);
    }
  }

  private static void document(
      String prefix,
      Document document,
      ContentPart part,
      ContentPolicy content,
      AttributeSink out) {
    out.put(stringKey(prefix + "id"), DocumentJson.id(document, content));
    out.put(doubleKey(prefix + "score"), document.score());
    if (content.allowed()) {
      out.put(stringKey(prefix + "content"), content.text(part, document.content()));
      if (!document.metadata().isEmpty()) {
        out.put(stringKey(prefix + "metadata"), content.json(part, document.metadata()));
      }
    }
  }

  private static Map<String, Object> parameters(LlmRequest request) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    putIfPresent(parameters, "model", request.model());
    putIfPresent(parameters, "temperature", request.temperature());
    putIfPresent(parameters, "top_p", request.topP());
    putIfPresent(parameters, "top_k", request.topK());
    putIfPresent(parameters, "max_tokens", request.maxTokens());
    putIfPresent(parameters, "n", request.choiceCount());
    putIfPresent(parameters, "seed", request.seed());
    putIfPresent(parameters, "frequency_penalty", request.frequencyPenalty());
    putIfPresent(parameters, "presence_penalty", request.presencePenalty());
    putIfPresent(parameters, "reasoning_effort", request.reasoningLevel());
    if (!request.stopSequences().isEmpty()) {
      parameters.put("stop", request.stopSequences());
    }
    if (request.stream()) {
      parameters.put("stream", true);
    }
    return parameters;
  }

  private static void putIfPresent(Map<String, Object> map, String name, @Nullable Object value) {
    if (value != null) {
      map.put(name, value);
    }
  }

  private static void tools(List<LlmTool> tools, ContentPolicy content, AttributeSink out) {
    for (int i = 0; i < tools.size(); i++) {
      out.put(
          stringKey("llm.tools." + i + ".tool.json_schema"),
          content.json(ContentPart.TOOL_DEFINITIONS, ToolDefinitions.function(tools.get(i))));
    }
  }
}
