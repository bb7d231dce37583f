package io.spanloom.internal.convention;

import java.util.EnumSet;
import java.util.Set;

/** One thing that can be said of a span in a single value, whatever the key it goes by. */
public enum SpanProperty {
  ROLE(Part.IDENTITY),
  OPERATION(Part.IDENTITY),
  WORKFLOW_NAME(Part.IDENTITY),
  AGENT_NAME(Part.IDENTITY),
  AGENT_ID(Part.IDENTITY),
  AGENT_VERSION(Part.IDENTITY),
  AGENT_DESCRIPTION(Part.IDENTITY),
  TOOL_NAME(Part.IDENTITY),
  TOOL_TYPE(Part.IDENTITY),
  TOOL_DESCRIPTION(Part.IDENTITY),
  TOOL_SCHEMA(Part.IDENTITY),
  TOOL_CALL_ID(Part.IDENTITY),
  PROVIDER(Part.IDENTITY),
  MODEL(Part.IDENTITY),
  DATA_SOURCE(Part.IDENTITY),
  EVALUATION_NAME(Part.IDENTITY),
  SESSION_ID(Part.IDENTITY),
  USER_ID(Part.IDENTITY),

  SERVER_ADDRESS(Part.REQUEST),
  SERVER_PORT(Part.REQUEST),
  TEMPERATURE(Part.REQUEST),
  TOP_P(Part.REQUEST),
  TOP_K(Part.REQUEST),
  MAX_TOKENS(Part.REQUEST),
  CHOICES(Part.REQUEST),
  SEED(Part.REQUEST),
  FREQUENCY_PENALTY(Part.REQUEST),
  PRESENCE_PENALTY(Part.REQUEST),
  STOP_SEQUENCES(Part.REQUEST),
  STREAM(Part.REQUEST),
  REASONING_LEVEL(Part.REQUEST),
  OUTPUT_TYPE(Part.REQUEST),
  ENCODING_FORMATS(Part.REQUEST),
  PARAMETERS(Part.REQUEST),
  PROMPT_NAME(Part.REQUEST),
  PROMPT_VERSION(Part.REQUEST),

  RESPONSE_ID(Part.RESPONSE),
  RESPONSE_MODEL(Part.RESPONSE),
  FINISH_REASONS(Part.RESPONSE),
  TIME_TO_FIRST_CHUNK(Part.RESPONSE),
  INPUT_TOKENS(Part.RESPONSE),
  OUTPUT_TOKENS(Part.RESPONSE),
  TOTAL_TOKENS(Part.RESPONSE),
  CACHE_READ_TOKENS(Part.RESPONSE),
  CACHE_WRITE_TOKENS(Part.RESPONSE),
  REASONING_TOKENS(Part.RESPONSE),
  AUDIO_INPUT_TOKENS(Part.RESPONSE),
  AUDIO_OUTPUT_TOKENS(Part.RESPONSE),
  DIMENSIONS(Part.RESPONSE),
  PROMPT_COST(Part.RESPONSE),
  PROMPT_PLAIN_COST(Part.RESPONSE),
  PROMPT_CACHE_READ_COST(Part.RESPONSE),
  PROMPT_CACHE_WRITE_COST(Part.RESPONSE),
  PROMPT_AUDIO_COST(Part.RESPONSE),
  COMPLETION_PLAIN_COST(Part.RESPONSE),
  COMPLETION_REASONING_COST(Part.RESPONSE),
  COMPLETION_AUDIO_COST(Part.RESPONSE),
  COMPLETION_COST(Part.RESPONSE),
  TOTAL_COST(Part.RESPONSE),
  PRICE_SOURCE(Part.RESPONSE),
  EVALUATION_SCORE(Part.RESPONSE),
  EVALUATION_LABEL(Part.RESPONSE),
  ERROR_TYPE(Part.RESPONSE),

  INPUT(Part.CONTENT),
  INPUT_MIME_TYPE(Part.CONTENT),
  OUTPUT(Part.CONTENT),
  OUTPUT_MIME_TYPE(Part.CONTENT),
  TOOL_ARGUMENTS(Part.CONTENT),
  QUERY(Part.CONTENT),
  DOCUMENTS(Part.CONTENT),
  EVALUATION_EXPLANATION(Part.CONTENT),
  SYSTEM_INSTRUCTIONS(Part.CONTENT),
  INPUT_MESSAGES(Part.CONTENT),
  OUTPUT_MESSAGES(Part.CONTENT),
  TOOL_DEFINITIONS(Part.CONTENT);

  /** When, and under which condition, a property is known. */
  public enum Part {
    /** Before the span starts. */
    IDENTITY,
    /** From a call's request. */
    REQUEST,
    /** When the call has ended. */
    RESPONSE,
    /** Content: recorded only as far as the policy allows. */
    CONTENT
  }

  private static final Set<SpanProperty> MODEL_PARAMETERS =
      EnumSet.range(TEMPERATURE, REASONING_LEVEL);

  private static final Set<SpanProperty> USAGE =
      EnumSet.of(
          INPUT_TOKENS,
          OUTPUT_TOKENS,
          CACHE_READ_TOKENS,
          CACHE_WRITE_TOKENS,
          REASONING_TOKENS,
          AUDIO_INPUT_TOKENS,
          AUDIO_OUTPUT_TOKENS);

  private final Part part;

  SpanProperty(Part part) {
    this.part = part;
  }

  /** When it is known. */
  public Part part() {
    return part;
  }

  /** Whether it is one of the figures that must agree with each other to be recorded. */
  public boolean isUsage() {
    return USAGE.contains(this);
  }

  /** Whether it is one of the parameters a model call is made with. */
  boolean isParameter() {
    return MODEL_PARAMETERS.contains(this);
  }
}
