package io.spanloom.internal.convention;

import java.util.EnumSet;
import java.util.Set;

/** One thing that can be said of a span in a single value, whatever the key it goes by. */
public enum SpanProperty {
  ROLE(Part.IDENTITY, "the part the span plays"),
  OPERATION(Part.IDENTITY, "the operation"),
  WORKFLOW_NAME(Part.IDENTITY, "the workflow's name"),
  AGENT_NAME(Part.IDENTITY, "the agent's name; on tools and plans, the agent they work for"),
  AGENT_ID(Part.IDENTITY, "the agent's identifier"),
  AGENT_VERSION(Part.IDENTITY, "the agent's version"),
  AGENT_DESCRIPTION(Part.IDENTITY, "what the agent is for"),
  TOOL_NAME(Part.IDENTITY, "the tool's name"),
  TOOL_TYPE(Part.IDENTITY, "the sort of tool: function, extension or datastore"),
  TOOL_DESCRIPTION(Part.IDENTITY, "what the tool does"),
  TOOL_SCHEMA(Part.IDENTITY, "what arguments the tool takes, as JSON Schema 2020-12"),
  TOOL_CALL_ID(Part.IDENTITY, "the identifier the provider issued for the tool call"),
  PROVIDER(Part.IDENTITY, "the provider"),
  MODEL(Part.IDENTITY, "the model asked for"),
  DATA_SOURCE(Part.IDENTITY, "the data source"),
  EVALUATION_NAME(Part.IDENTITY, "what is evaluated"),
  SESSION_ID(Part.IDENTITY, "the session"),
  USER_ID(Part.IDENTITY, "the user"),

  SERVER_ADDRESS(Part.REQUEST, "the server asked, by name or address"),
  SERVER_PORT(Part.REQUEST, "the server's port"),
  TEMPERATURE(Part.REQUEST, "the sampling temperature"),
  TOP_P(Part.REQUEST, "the nucleus sampling threshold"),
  TOP_K(Part.REQUEST, "the most likely tokens, or best documents, to choose from"),
  MAX_TOKENS(Part.REQUEST, "the most tokens the model may generate"),
  CHOICES(Part.REQUEST, "how many choices are asked for"),
  SEED(Part.REQUEST, "the seed"),
  FREQUENCY_PENALTY(Part.REQUEST, "the frequency penalty"),
  PRESENCE_PENALTY(Part.REQUEST, "the presence penalty"),
  STOP_SEQUENCES(Part.REQUEST, "where the model stops"),
  STREAM(Part.REQUEST, "that the response is streamed; absent otherwise"),
  REASONING_LEVEL(Part.REQUEST, "how much the model is to reason"),
  OUTPUT_TYPE(Part.REQUEST, "the sort of output asked for: text, json, image or speech"),
  ENCODING_FORMATS(Part.REQUEST, "the encodings asked for"),
  PARAMETERS(Part.REQUEST, "the parameters of the call, as JSON"),

  RESPONSE_ID(Part.RESPONSE, "the response's identifier"),
  RESPONSE_MODEL(Part.RESPONSE, "the model that answered"),
  FINISH_REASONS(Part.RESPONSE, "why generation stopped"),
  TIME_TO_FIRST_CHUNK(Part.RESPONSE, "seconds from the request to the first chunk of the response"),
  INPUT_TOKENS(Part.RESPONSE, "input tokens, cached ones included"),
  OUTPUT_TOKENS(Part.RESPONSE, "output tokens, reasoning included"),
  TOTAL_TOKENS(Part.RESPONSE, "input and output tokens together"),
  CACHE_READ_TOKENS(Part.RESPONSE, "input tokens read from the provider's cache"),
  CACHE_WRITE_TOKENS(Part.RESPONSE, "input tokens written to the provider's cache"),
  REASONING_TOKENS(Part.RESPONSE, "output tokens spent on reasoning"),
  AUDIO_INPUT_TOKENS(Part.RESPONSE, "input tokens that are audio"),
  AUDIO_OUTPUT_TOKENS(Part.RESPONSE, "output tokens that are audio"),
  DIMENSIONS(Part.RESPONSE, "the dimension of the embeddings"),
  PROMPT_COST(Part.RESPONSE, "what the input tokens cost, in USD"),
  PROMPT_CACHE_READ_COST(Part.RESPONSE, "what the input tokens read from a cache cost, in USD"),
  PROMPT_CACHE_WRITE_COST(Part.RESPONSE, "what the input tokens written to a cache cost, in USD"),
  PROMPT_AUDIO_COST(Part.RESPONSE, "what the audio among the input tokens cost, in USD"),
  COMPLETION_REASONING_COST(Part.RESPONSE, "what the tokens spent on reasoning cost, in USD"),
  COMPLETION_AUDIO_COST(Part.RESPONSE, "what the audio among the output tokens cost, in USD"),
  COMPLETION_COST(Part.RESPONSE, "what the output tokens cost, in USD"),
  TOTAL_COST(Part.RESPONSE, "what the call cost, in USD"),
  EVALUATION_SCORE(Part.RESPONSE, "the score the evaluation gives"),
  EVALUATION_LABEL(Part.RESPONSE, "the label the evaluation gives"),
  ERROR_TYPE(Part.RESPONSE, "why the call failed"),

  INPUT(Part.CONTENT, "the input"),
  INPUT_MIME_TYPE(Part.CONTENT, "the input's media type"),
  OUTPUT(Part.CONTENT, "the output"),
  OUTPUT_MIME_TYPE(Part.CONTENT, "the output's media type"),
  TOOL_ARGUMENTS(Part.CONTENT, "what the tool was called with, as a JSON object"),
  QUERY(Part.CONTENT, "the query"),
  DOCUMENTS(Part.CONTENT, "the documents retrieved, as JSON; ids and scores always"),
  EVALUATION_EXPLANATION(Part.CONTENT, "why the evaluation judged so"),
  SYSTEM_INSTRUCTIONS(Part.CONTENT, "the system instructions, as JSON"),
  INPUT_MESSAGES(Part.CONTENT, "the messages sent, as JSON; of tool calls ids and names always"),
  OUTPUT_MESSAGES(Part.CONTENT, "the messages received, likewise"),
  TOOL_DEFINITIONS(Part.CONTENT, "the tools offered, as JSON");

  /** When, and under which condition, a fact is known. */
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

  private final Part part;
  private final String meaning;

  SpanProperty(Part part, String meaning) {
    this.part = part;
    this.meaning = meaning;
  }

  /** When it is known. */
  public Part part() {
    return part;
  }

  /** Whether it is one of the parameters a model call is made with. */
  boolean isParameter() {
    return MODEL_PARAMETERS.contains(this);
  }

  /** What it says, in a few words. */
  public String meaning() {
    return meaning;
  }
}
