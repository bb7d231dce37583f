package io.spanloom.convention;

import static io.opentelemetry.api.common.AttributeKey.doubleKey;
import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringArrayKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.opentelemetry.api.common.AttributeKey;
import io.spanloom.annotations.GenAi;
import io.spanloom.content.ContentPolicy;
import io.spanloom.cost.Cost;
import io.spanloom.llm.LlmRequest;
import io.spanloom.llm.LlmResponse;
import io.spanloom.llm.TokenUsage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The OpenTelemetry GenAI semantic conventions in the shapes of version 1.41.1, the last one
 * published with the core conventions.
 */
public final class GenAiConvention implements Convention {

  private static final AttributeKey<String> OPERATION = stringKey(GenAi.OPERATION_NAME);
  private static final AttributeKey<String> PROVIDER = stringKey(GenAi.PROVIDER_NAME);
  private static final AttributeKey<String> CONVERSATION_ID = stringKey(GenAi.CONVERSATION_ID);
  private static final AttributeKey<String> ERROR_TYPE = stringKey("error.type");

  private static final AttributeKey<String> WORKFLOW_NAME = stringKey(GenAi.WORKFLOW_NAME);
  private static final AttributeKey<String> AGENT_ID = stringKey(GenAi.AGENT_ID);
  private static final AttributeKey<String> AGENT_NAME = stringKey(GenAi.AGENT_NAME);
  private static final AttributeKey<String> AGENT_VERSION = stringKey(GenAi.AGENT_VERSION);
  private static final AttributeKey<String> AGENT_DESCRIPTION = stringKey(GenAi.AGENT_DESCRIPTION);
  private static final AttributeKey<String> TOOL_NAME = stringKey(GenAi.TOOL_NAME);
  private static final AttributeKey<String> TOOL_TYPE = stringKey(GenAi.TOOL_TYPE);
  private static final AttributeKey<String> TOOL_DESCRIPTION = stringKey(GenAi.TOOL_DESCRIPTION);
  private static final AttributeKey<String> TOOL_CALL_ID = stringKey(GenAi.TOOL_CALL_ID);
  private static final AttributeKey<String> TOOL_ARGUMENTS = stringKey(GenAi.TOOL_CALL_ARGUMENTS);
  private static final AttributeKey<String> TOOL_RESULT = stringKey(GenAi.TOOL_CALL_RESULT);
  private static final AttributeKey<String> DATA_SOURCE = stringKey(GenAi.DATA_SOURCE_ID);

  private static final AttributeKey<String> MODEL = stringKey(GenAi.REQUEST_MODEL);
  private static final AttributeKey<Double> TEMPERATURE = doubleKey(GenAi.REQUEST_TEMPERATURE);
  private static final AttributeKey<Double> TOP_P = doubleKey(GenAi.REQUEST_TOP_P);
  private static final AttributeKey<Long> MAX_TOKENS = longKey(GenAi.REQUEST_MAX_TOKENS);
  private static final AttributeKey<Long> CHOICES = longKey(GenAi.REQUEST_CHOICE_COUNT);
  private static final AttributeKey<Long> SEED = longKey(GenAi.REQUEST_SEED);
  private static final AttributeKey<Double> FREQUENCY = doubleKey(GenAi.REQUEST_FREQUENCY_PENALTY);
  private static final AttributeKey<Double> PRESENCE = doubleKey(GenAi.REQUEST_PRESENCE_PENALTY);
  private static final AttributeKey<List<String>> STOP =
      stringArrayKey(GenAi.REQUEST_STOP_SEQUENCES);
  private static final AttributeKey<String> SYSTEM = stringKey(GenAi.SYSTEM_INSTRUCTIONS);
  private static final AttributeKey<String> INPUT_MESSAGES = stringKey(GenAi.INPUT_MESSAGES);
  private static final AttributeKey<String> OUTPUT_MESSAGES = stringKey(GenAi.OUTPUT_MESSAGES);
  private static final AttributeKey<String> TOOL_DEFINITIONS = stringKey(GenAi.TOOL_DEFINITIONS);

  private static final AttributeKey<String> RESPONSE_ID = stringKey(GenAi.RESPONSE_ID);
  private static final AttributeKey<String> RESPONSE_MODEL = stringKey(GenAi.RESPONSE_MODEL);
  private static final AttributeKey<List<String>> FINISH_REASONS =
      stringArrayKey(GenAi.RESPONSE_FINISH_REASONS);
  private static final AttributeKey<Long> INPUT_TOKENS = longKey(GenAi.USAGE_INPUT_TOKENS);
  private static final AttributeKey<Long> OUTPUT_TOKENS = longKey(GenAi.USAGE_OUTPUT_TOKENS);
  private static final AttributeKey<Long> CACHE_READ = longKey(GenAi.USAGE_CACHE_READ_INPUT_TOKENS);
  private static final AttributeKey<Long> CACHE_CREATION =
      longKey(GenAi.USAGE_CACHE_CREATION_INPUT_TOKENS);
  private static final AttributeKey<Long> REASONING = longKey(GenAi.USAGE_REASONING_OUTPUT_TOKENS);

  @Override
  public String id() {
    return "genai";
  }

  @Override
  public String schemaUrl() {
    return "https://opentelemetry.io/schemas/1.41.1";
  }

  @Override
  public void identity(Identity span, AttributeSink out) {
    out.put(OPERATION, span.operation());
    switch (span.role()) {
      case WORKFLOW -> out.put(WORKFLOW_NAME, span.name());
      case AGENT -> agent(span, out);
      case TOOL -> tool(span, out);
      case LLM, EMBEDDING -> {
        out.put(PROVIDER, span.provider());
        out.put(MODEL, span.model());
      }
      case RETRIEVAL -> out.put(DATA_SOURCE, span.dataSource());
      case TASK -> {
        if (span.operation() != null) {
          out.put(AGENT_NAME, span.agentName());
        }
      }
      default -> {}
    }
  }

  @Override
  public void session(@Nullable String sessionId, @Nullable String userId, AttributeSink out) {
    out.put(CONVERSATION_ID, sessionId);
  }

  @Override
  public void toolCallId(String id, AttributeSink out) {
    out.put(TOOL_CALL_ID, id);
  }

  @Override
  public void request(LlmRequest request, ContentPolicy content, AttributeSink out) {
    out.put(TEMPERATURE, request.temperature());
    out.put(TOP_P, request.topP());
    out.put(MAX_TOKENS, request.maxTokens());
    out.put(CHOICES, severalOnly(request.choiceCount()));
    out.put(SEED, request.seed());
    out.put(FREQUENCY, request.frequencyPenalty());
    out.put(PRESENCE, request.presencePenalty());
    out.put(STOP, knownOnly(request.stopSequences()));
    GenAiMessages messages = new GenAiMessages(content);
    out.put(SYSTEM, messages.systemInstructions(request.messages()));
    out.put(INPUT_MESSAGES, messages.input(request.messages()));
    out.put(TOOL_DEFINITIONS, messages.toolDefinitions(request.tools()));
  }

  @Override
  public void response(LlmResponse response, ContentPolicy content, AttributeSink out) {
    out.put(RESPONSE_ID, response.id());
    out.put(RESPONSE_MODEL, response.model());
    out.put(FINISH_REASONS, knownOnly(response.finishReasons()));
    TokenUsage usage = response.usage();
    if (usage != null) {
      usage(usage, out);
    }
    out.put(OUTPUT_MESSAGES, new GenAiMessages(content).output(response));
  }

  @Override
  public void cost(Cost cost, AttributeSink out) {
    // The conventions have no attribute for it.
  }

  @Override
  public void input(Captured input, AttributeSink out) {
    // Messages and arguments have attributes of their own; there is none for other input.
  }

  @Override
  public void toolArguments(Captured arguments, AttributeSink out) {
    out.put(TOOL_ARGUMENTS, arguments.text());
  }

  @Override
  public void output(SpanRole role, Captured output, AttributeSink out) {
    if (role == SpanRole.TOOL) {
      out.put(TOOL_RESULT, output.text());
    }
  }

  @Override
  public void error(String type, AttributeSink out) {
    out.put(ERROR_TYPE, type);
  }

  private static void agent(Identity span, AttributeSink out) {
    out.put(AGENT_NAME, span.name());
    out.put(AGENT_ID, span.id());
    out.put(AGENT_VERSION, span.version());
    out.put(AGENT_DESCRIPTION, span.description());
  }

  private static void tool(Identity span, AttributeSink out) {
    out.put(TOOL_NAME, span.name());
    out.put(TOOL_TYPE, span.toolType());
    out.put(TOOL_DESCRIPTION, span.description());
    out.put(AGENT_NAME, span.agentName());
  }

  private static void usage(TokenUsage usage, AttributeSink out) {
    out.put(INPUT_TOKENS, usage.input());
    out.put(OUTPUT_TOKENS, usage.output());
    out.put(CACHE_READ, usage.cacheRead());
    out.put(CACHE_CREATION, usage.cacheWrite());
    out.put(REASONING, usage.reasoning());
  }

  /** The conventions record the number of choices only if it is not 1. */
  private static @Nullable Long severalOnly(@Nullable Long choices) {
    return choices != null && choices != 1 ? choices : null;
  }

  private static @Nullable List<String> knownOnly(List<String> values) {
    return values.isEmpty() ? null : values;
  }
}
