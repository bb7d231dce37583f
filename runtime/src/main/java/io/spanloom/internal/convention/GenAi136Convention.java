package io.spanloom.internal.convention;

import static io.opentelemetry.api.common.AttributeKey.doubleKey;
import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringArrayKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static io.spanloom.internal.convention.SpanRole.AGENT;
import static io.spanloom.internal.convention.SpanRole.EMBEDDING;
import static io.spanloom.internal.convention.SpanRole.LLM;
import static io.spanloom.internal.convention.SpanRole.TOOL;

import io.spanloom.annotations.GenAi;
import org.jspecify.annotations.Nullable;

/**
 * The OpenTelemetry GenAI semantic conventions in the shapes of version 1.36.0, the last one before
 * the provider and messages got their present keys.
 *
 * <p>It has no attribute for messages, arguments, results, workflows, plans or retrievals, nor for
 * cached and reasoning tokens. Messages were events of their own, which are not recorded here.
 */
final class GenAi136Convention implements Convention {

  static final AttributeMappings KEYS =
      AttributeMappings.builder()
          .onAll()
          .key(SpanProperty.SESSION_ID, stringKey(GenAi.CONVERSATION_ID))
          .key(SpanProperty.USER_ID, stringKey("user.id"))
          .key(SpanProperty.ERROR_TYPE, stringKey("error.type"))
          .on(AGENT, TOOL, LLM, EMBEDDING)
          .key(SpanProperty.OPERATION, stringKey(GenAi.OPERATION_NAME))
          .on(AGENT)
          .key(SpanProperty.AGENT_NAME, stringKey(GenAi.AGENT_NAME))
          .key(SpanProperty.AGENT_ID, stringKey(GenAi.AGENT_ID))
          .key(SpanProperty.AGENT_DESCRIPTION, stringKey(GenAi.AGENT_DESCRIPTION))
          .on(TOOL)
          .key(SpanProperty.TOOL_NAME, stringKey(GenAi.TOOL_NAME))
          .key(SpanProperty.TOOL_TYPE, stringKey(GenAi.TOOL_TYPE))
          .key(SpanProperty.TOOL_DESCRIPTION, stringKey(GenAi.TOOL_DESCRIPTION))
          .key(SpanProperty.TOOL_CALL_ID, stringKey(GenAi.TOOL_CALL_ID))
          .on(LLM, EMBEDDING)
          .required(
              SpanProperty.PROVIDER,
              stringKey("gen_ai.system"),
              GenAi136Convention::system,
              GenAiConvention.UNKNOWN)
          .key(SpanProperty.MODEL, stringKey(GenAi.REQUEST_MODEL))
          .key(SpanProperty.SERVER_ADDRESS, stringKey("server.address"))
          .key(SpanProperty.SERVER_PORT, longKey("server.port"))
          .on(LLM)
          .key(SpanProperty.OUTPUT_TYPE, stringKey(GenAi.OUTPUT_TYPE))
          .key(SpanProperty.MAX_TOKENS, longKey(GenAi.REQUEST_MAX_TOKENS))
          .key(SpanProperty.TEMPERATURE, doubleKey(GenAi.REQUEST_TEMPERATURE))
          .key(SpanProperty.TOP_P, doubleKey(GenAi.REQUEST_TOP_P))
          .key(SpanProperty.TOP_K, doubleKey(GenAi.REQUEST_TOP_K))
          .key(SpanProperty.SEED, longKey(GenAi.REQUEST_SEED))
          .key(
              SpanProperty.CHOICES,
              longKey(GenAi.REQUEST_CHOICE_COUNT),
              GenAi136Convention::unlessOne)
          .key(SpanProperty.STOP_SEQUENCES, stringArrayKey(GenAi.REQUEST_STOP_SEQUENCES))
          .key(SpanProperty.FREQUENCY_PENALTY, doubleKey(GenAi.REQUEST_FREQUENCY_PENALTY))
          .key(SpanProperty.PRESENCE_PENALTY, doubleKey(GenAi.REQUEST_PRESENCE_PENALTY))
          .key(SpanProperty.RESPONSE_ID, stringKey(GenAi.RESPONSE_ID))
          .key(SpanProperty.RESPONSE_MODEL, stringKey(GenAi.RESPONSE_MODEL))
          .key(SpanProperty.FINISH_REASONS, stringArrayKey(GenAi.RESPONSE_FINISH_REASONS))
          .on(LLM, EMBEDDING)
          .key(SpanProperty.INPUT_TOKENS, longKey(GenAi.USAGE_INPUT_TOKENS))
          .on(LLM)
          .key(SpanProperty.OUTPUT_TOKENS, longKey(GenAi.USAGE_OUTPUT_TOKENS))
          .on(EMBEDDING)
          .key(SpanProperty.ENCODING_FORMATS, stringArrayKey(GenAi.REQUEST_ENCODING_FORMATS))
          .build();

  @Override
  public String id() {
    return "genai-1.36";
  }

  @Override
  public String schemaUrl() {
    return "https://opentelemetry.io/schemas/1.36.0";
  }

  @Override
  public AttributeMappings keys() {
    return KEYS;
  }

  /** The one provider whose name was another then. */
  private static Object system(Object provider) {
    return provider.equals("x_ai") ? "xai" : provider;
  }

  /** The conventions record the number of choices only if it is not 1. */
  private static @Nullable Object unlessOne(Object choices) {
    return choices instanceof Number number && number.longValue() == 1 ? null : choices;
  }
}
