package io.spanloom.internal.convention;

import io.spanloom.cost.Cost;
import io.spanloom.llm.EmbeddingRequest;
import io.spanloom.llm.LlmRequest;
import io.spanloom.llm.LlmResponse;
import io.spanloom.llm.TokenUsage;
import org.jspecify.annotations.Nullable;

/**
 * Takes the neutral description of a span apart into facts, and records those under one
 * convention's keys.
 */
record FactWriter(KeyTable keys, SpanRole role, AttributeSink out) {

  void identity(Identity span) {
    put(Fact.ROLE, role);
    put(Fact.OPERATION, span.operation());
    Fact name = role.nameFact();
    if (name != null) {
      put(name, span.name());
    }
    switch (role) {
      case AGENT -> {
        put(Fact.AGENT_ID, span.id());
        put(Fact.AGENT_VERSION, span.version());
        put(Fact.AGENT_DESCRIPTION, span.description());
      }
      case TOOL -> {
        put(Fact.TOOL_TYPE, span.toolType());
        put(Fact.TOOL_SCHEMA, span.toolSchema());
        put(Fact.TOOL_DESCRIPTION, span.description());
        put(Fact.AGENT_NAME, span.agentName());
      }
      case TASK -> put(Fact.AGENT_NAME, span.agentName());
      case EVALUATION -> put(Fact.EVALUATION_NAME, span.name());
      default -> {
        put(Fact.PROVIDER, span.provider());
        put(Fact.MODEL, span.model());
        put(Fact.DATA_SOURCE, span.dataSource());
      }
    }
  }

  void session(@Nullable String sessionId, @Nullable String userId) {
    put(Fact.SESSION_ID, sessionId);
    put(Fact.USER_ID, userId);
  }

  void request(LlmRequest request) {
    put(Fact.SERVER_ADDRESS, request.serverAddress());
    put(Fact.SERVER_PORT, request.serverPort());
  }

  void parameters(LlmRequest request) {
    put(Fact.TEMPERATURE, request.temperature());
    put(Fact.TOP_P, request.topP());
    put(Fact.TOP_K, request.topK());
    put(Fact.MAX_TOKENS, request.maxTokens());
    put(Fact.CHOICES, request.choiceCount());
    put(Fact.SEED, request.seed());
    put(Fact.FREQUENCY_PENALTY, request.frequencyPenalty());
    put(Fact.PRESENCE_PENALTY, request.presencePenalty());
    put(Fact.STOP_SEQUENCES, request.stopSequences());
    put(Fact.STREAM, request.stream());
    put(Fact.REASONING_LEVEL, request.reasoningLevel());
    put(Fact.OUTPUT_TYPE, request.outputType());
  }

  void response(LlmResponse response) {
    put(Fact.RESPONSE_ID, response.id());
    put(Fact.RESPONSE_MODEL, response.model());
    put(Fact.FINISH_REASONS, response.finishReasons());
    TokenUsage usage = response.usage();
    if (usage != null) {
      usage(usage);
    }
  }

  void request(EmbeddingRequest request) {
    put(Fact.SERVER_ADDRESS, request.serverAddress());
    put(Fact.SERVER_PORT, request.serverPort());
    put(Fact.ENCODING_FORMATS, request.encodingFormats());
  }

  void embedded(@Nullable String model, @Nullable TokenUsage usage) {
    put(Fact.RESPONSE_MODEL, model);
    if (usage != null) {
      put(Fact.INPUT_TOKENS, usage.input());
      put(Fact.TOTAL_TOKENS, usage.input());
    }
  }

  void cost(Cost cost) {
    put(Fact.PROMPT_COST, cost.prompt());
    put(Fact.PROMPT_CACHE_READ_COST, cost.details().cacheRead());
    put(Fact.PROMPT_CACHE_WRITE_COST, cost.details().cacheWrite());
    put(Fact.PROMPT_AUDIO_COST, cost.details().audioInput());
    put(Fact.COMPLETION_REASONING_COST, cost.details().reasoning());
    put(Fact.COMPLETION_AUDIO_COST, cost.details().audioOutput());
    put(Fact.COMPLETION_COST, cost.completion());
    put(Fact.TOTAL_COST, cost.total());
  }

  private void usage(TokenUsage usage) {
    put(Fact.INPUT_TOKENS, usage.input());
    put(Fact.OUTPUT_TOKENS, usage.output());
    put(Fact.TOTAL_TOKENS, usage.total());
    put(Fact.CACHE_READ_TOKENS, usage.cacheRead());
    put(Fact.CACHE_WRITE_TOKENS, usage.cacheWrite());
    put(Fact.REASONING_TOKENS, usage.reasoning());
    put(Fact.AUDIO_INPUT_TOKENS, usage.audioInput());
    put(Fact.AUDIO_OUTPUT_TOKENS, usage.audioOutput());
  }

  private void put(Fact fact, @Nullable Object value) {
    keys.put(role, fact, value, out);
  }
}
