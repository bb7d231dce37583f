package io.spanloom.internal.convention;

import io.spanloom.cost.Cost;
import io.spanloom.llm.EmbeddingRequest;
import io.spanloom.llm.LlmRequest;
import io.spanloom.llm.LlmResponse;
import io.spanloom.llm.TokenUsage;
import org.jspecify.annotations.Nullable;

/**
 * Takes the neutral description of a span apart into properties, and records those under one
 * convention's keys.
 */
record PropertyWriter(AttributeMappings keys, SpanRole role, AttributeSink out) {

  void identity(Identity span) {
    put(SpanProperty.ROLE, role);
    put(SpanProperty.OPERATION, span.operation());
    SpanProperty name = role.nameProperty();
    if (name != null) {
      put(name, span.name());
    }
    switch (role) {
      case AGENT -> {
        put(SpanProperty.AGENT_ID, span.id());
        put(SpanProperty.AGENT_VERSION, span.version());
        put(SpanProperty.AGENT_DESCRIPTION, span.description());
      }
      case TOOL -> {
        put(SpanProperty.TOOL_TYPE, span.toolType());
        put(SpanProperty.TOOL_SCHEMA, span.toolSchema());
        put(SpanProperty.TOOL_DESCRIPTION, span.description());
        put(SpanProperty.AGENT_NAME, span.agentName());
      }
      case TASK -> put(SpanProperty.AGENT_NAME, span.agentName());
      case EVALUATION -> put(SpanProperty.EVALUATION_NAME, span.name());
      default -> {
        put(SpanProperty.PROVIDER, span.provider());
        put(SpanProperty.MODEL, span.model());
        put(SpanProperty.DATA_SOURCE, span.dataSource());
      }
    }
  }

  void session(@Nullable String sessionId, @Nullable String userId) {
    put(SpanProperty.SESSION_ID, sessionId);
    put(SpanProperty.USER_ID, userId);
  }

  void request(LlmRequest request) {
    put(SpanProperty.SERVER_ADDRESS, request.serverAddress());
    put(SpanProperty.SERVER_PORT, request.serverPort());
  }

  void parameters(LlmRequest request) {
    put(SpanProperty.TEMPERATURE, request.temperature());
    put(SpanProperty.TOP_P, request.topP());
    put(SpanProperty.TOP_K, request.topK());
    put(SpanProperty.MAX_TOKENS, request.maxTokens());
    put(SpanProperty.CHOICES, request.choiceCount());
    put(SpanProperty.SEED, request.seed());
    put(SpanProperty.FREQUENCY_PENALTY, request.frequencyPenalty());
    put(SpanProperty.PRESENCE_PENALTY, request.presencePenalty());
    put(SpanProperty.STOP_SEQUENCES, request.stopSequences());
    put(SpanProperty.STREAM, request.stream());
    put(SpanProperty.REASONING_LEVEL, request.reasoningLevel());
    put(SpanProperty.OUTPUT_TYPE, request.outputType());
  }

  void response(LlmResponse response) {
    put(SpanProperty.RESPONSE_ID, response.id());
    put(SpanProperty.RESPONSE_MODEL, response.model());
    put(SpanProperty.FINISH_REASONS, response.finishReasons());
    TokenUsage usage = response.usage();
    if (usage != null) {
      usage(usage.plausible());
    }
  }

  void request(EmbeddingRequest request) {
    put(SpanProperty.SERVER_ADDRESS, request.serverAddress());
    put(SpanProperty.SERVER_PORT, request.serverPort());
    put(SpanProperty.ENCODING_FORMATS, request.encodingFormats());
  }

  void embedded(@Nullable String model, @Nullable TokenUsage usage) {
    put(SpanProperty.RESPONSE_MODEL, model);
    if (usage != null) {
      put(SpanProperty.INPUT_TOKENS, usage.input());
      put(SpanProperty.TOTAL_TOKENS, usage.input());
    }
  }

  void cost(Cost cost) {
    put(SpanProperty.PROMPT_COST, cost.prompt());
    put(SpanProperty.PROMPT_PLAIN_COST, cost.details().input());
    put(SpanProperty.PROMPT_CACHE_READ_COST, cost.details().cacheRead());
    put(SpanProperty.PROMPT_CACHE_WRITE_COST, cost.details().cacheWrite());
    put(SpanProperty.PROMPT_AUDIO_COST, cost.details().audioInput());
    put(SpanProperty.COMPLETION_PLAIN_COST, cost.details().output());
    put(SpanProperty.COMPLETION_REASONING_COST, cost.details().reasoning());
    put(SpanProperty.COMPLETION_AUDIO_COST, cost.details().audioOutput());
    put(SpanProperty.COMPLETION_COST, cost.completion());
    put(SpanProperty.TOTAL_COST, cost.total());
    put(SpanProperty.PRICE_SOURCE, cost.priceSource());
  }

  private void usage(TokenUsage usage) {
    put(SpanProperty.INPUT_TOKENS, usage.input());
    put(SpanProperty.OUTPUT_TOKENS, usage.output());
    put(SpanProperty.TOTAL_TOKENS, usage.total());
    put(SpanProperty.CACHE_READ_TOKENS, usage.cacheRead());
    put(SpanProperty.CACHE_WRITE_TOKENS, usage.cacheWrite());
    put(SpanProperty.REASONING_TOKENS, usage.reasoning());
    put(SpanProperty.AUDIO_INPUT_TOKENS, usage.audioInput());
    put(SpanProperty.AUDIO_OUTPUT_TOKENS, usage.audioOutput());
  }

  private void put(SpanProperty property, @Nullable Object value) {
    keys.put(role, property, value, out);
  }
}
