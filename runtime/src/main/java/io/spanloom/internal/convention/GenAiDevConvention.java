package io.spanloom.internal.convention;

import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static io.spanloom.internal.convention.SpanRole.EMBEDDING;
import static io.spanloom.internal.convention.SpanRole.LLM;
import static io.spanloom.internal.convention.SpanRole.RETRIEVAL;

import io.spanloom.annotations.GenAi;
import io.spanloom.internal.content.ContentPolicy;
import io.spanloom.llm.LlmRequest;
import io.spanloom.llm.LlmResponse;
import io.spanloom.retrieval.Document;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The OpenTelemetry GenAI semantic conventions as their own repository has them since they left the
 * core conventions: without a release, and still moving.
 */
final class GenAiDevConvention implements Convention {

  static final AttributeMappings KEYS =
      GenAiConvention.KEYS
          .next()
          .without(SpanProperty.CACHE_WRITE_TOKENS, SpanProperty.TOP_K)
          .on(LLM)
          .key(SpanProperty.CACHE_WRITE_TOKENS, longKey("gen_ai.usage.cache_write.input_tokens"))
          .key(SpanProperty.AUDIO_INPUT_TOKENS, longKey("gen_ai.usage.audio.input_tokens"))
          .key(SpanProperty.AUDIO_OUTPUT_TOKENS, longKey("gen_ai.usage.audio.output_tokens"))
          .key(SpanProperty.TOP_K, longKey(GenAi.REQUEST_TOP_K))
          .on(RETRIEVAL)
          .key(SpanProperty.TOP_K, longKey("gen_ai.retrieval.top_k"))
          .on(EMBEDDING)
          .key(SpanProperty.RESPONSE_MODEL, stringKey(GenAi.RESPONSE_MODEL))
          .build();

  @Override
  public String id() {
    return "genai-dev";
  }

  @Override
  public String schemaUrl() {
    return "https://opentelemetry.io/schemas/gen-ai-dev/1.42.0-dev";
  }

  @Override
  public @Nullable String eventName(SpanRole role) {
    return role == LLM ? GenAiMessages.EVENT : null;
  }

  @Override
  public AttributeMappings keys() {
    return KEYS;
  }

  @Override
  public void request(LlmRequest request, ContentPolicy content, AttributeSink out) {
    new GenAiMessages(content).request(request, KEYS, out);
  }

  @Override
  public void response(LlmResponse response, ContentPolicy content, AttributeSink out) {
    new GenAiMessages(content).response(response, KEYS, out);
  }

  @Override
  public void documents(
      DocumentPlace place, List<Document> documents, ContentPolicy content, AttributeSink out) {
    String json = DocumentJson.of(documents, place.part(), content);
    KEYS.put(place.role(), SpanProperty.DOCUMENTS, json, out);
  }
}
