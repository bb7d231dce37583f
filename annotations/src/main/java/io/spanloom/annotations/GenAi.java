package io.spanloom.annotations;

/**
 * Attribute keys of the OpenTelemetry GenAI semantic conventions, version 1.41.1, for use in {@link
 * Attribute#key}.
 *
 * <p>The type is part of each key's meaning and checked by the compiler.
 */
public final class GenAi {

  /** The operation, {@code string}. */
  public static final String OPERATION_NAME = "gen_ai.operation.name";

  /** The provider as its client sees it, {@code string}. */
  public static final String PROVIDER_NAME = "gen_ai.provider.name";

  /** The conversation, issued by the application or provider, {@code string}. */
  public static final String CONVERSATION_ID = "gen_ai.conversation.id";

  /** The kind of output asked for: text, json, image or speech, {@code string}. */
  public static final String OUTPUT_TYPE = "gen_ai.output.type";

  /** The model asked for, {@code string}; names the span. */
  public static final String REQUEST_MODEL = "gen_ai.request.model";

  /** The most tokens the model may generate, {@code long}. */
  public static final String REQUEST_MAX_TOKENS = "gen_ai.request.max_tokens";

  /** The sampling temperature, {@code double}. */
  public static final String REQUEST_TEMPERATURE = "gen_ai.request.temperature";

  /** The nucleus sampling threshold, {@code double}. */
  public static final String REQUEST_TOP_P = "gen_ai.request.top_p";

  /** The top-k sampling threshold, {@code double}. */
  public static final String REQUEST_TOP_K = "gen_ai.request.top_k";

  /** The seed, {@code long}. */
  public static final String REQUEST_SEED = "gen_ai.request.seed";

  /** How many choices are asked for, {@code long}. */
  public static final String REQUEST_CHOICE_COUNT = "gen_ai.request.choice.count";

  /** Where the model stops, {@code string[]}. */
  public static final String REQUEST_STOP_SEQUENCES = "gen_ai.request.stop_sequences";

  /** The frequency penalty, {@code double}. */
  public static final String REQUEST_FREQUENCY_PENALTY = "gen_ai.request.frequency_penalty";

  /** The presence penalty, {@code double}. */
  public static final String REQUEST_PRESENCE_PENALTY = "gen_ai.request.presence_penalty";

  /** Whether the response is streamed, {@code boolean}. */
  public static final String REQUEST_STREAM = "gen_ai.request.stream";

  /** How much the model is to reason, in the provider's words, {@code string}. */
  public static final String REQUEST_REASONING_LEVEL = "gen_ai.request.reasoning.level";

  /** The encodings asked for, {@code string[]}. */
  public static final String REQUEST_ENCODING_FORMATS = "gen_ai.request.encoding_formats";

  /** The response's identifier, {@code string}. */
  public static final String RESPONSE_ID = "gen_ai.response.id";

  /** The model that answered, {@code string}. */
  public static final String RESPONSE_MODEL = "gen_ai.response.model";

  /** Why generation stopped, one per choice, {@code string[]}. */
  public static final String RESPONSE_FINISH_REASONS = "gen_ai.response.finish_reasons";

  /** Seconds from the request to the first chunk of a streamed response, {@code double}. */
  public static final String RESPONSE_TIME_TO_FIRST_CHUNK = "gen_ai.response.time_to_first_chunk";

  /** Input tokens, cached ones included, {@code long}; feeds cost and metrics. */
  public static final String USAGE_INPUT_TOKENS = "gen_ai.usage.input_tokens";

  /** Output tokens, reasoning included, {@code long}; feeds cost and metrics. */
  public static final String USAGE_OUTPUT_TOKENS = "gen_ai.usage.output_tokens";

  /** Input tokens read from the provider's cache, {@code long}. */
  public static final String USAGE_CACHE_READ_INPUT_TOKENS = "gen_ai.usage.cache_read.input_tokens";

  /** Input tokens written to the provider's cache, {@code long}. */
  public static final String USAGE_CACHE_CREATION_INPUT_TOKENS =
      "gen_ai.usage.cache_creation.input_tokens";

  /** Output tokens spent on reasoning, {@code long}. */
  public static final String USAGE_REASONING_OUTPUT_TOKENS = "gen_ai.usage.reasoning.output_tokens";

  /** The system instructions, {@code string} (JSON); content. */
  public static final String SYSTEM_INSTRUCTIONS = "gen_ai.system_instructions";

  /** The messages sent, {@code string} (JSON); content. */
  public static final String INPUT_MESSAGES = "gen_ai.input.messages";

  /** The messages received, {@code string} (JSON); content. */
  public static final String OUTPUT_MESSAGES = "gen_ai.output.messages";

  /** The tools offered to the model, {@code string} (JSON); content. */
  public static final String TOOL_DEFINITIONS = "gen_ai.tool.definitions";

  /** The agent's identifier, {@code string}. */
  public static final String AGENT_ID = "gen_ai.agent.id";

  /** The agent's name, {@code string}; names the span. */
  public static final String AGENT_NAME = "gen_ai.agent.name";

  /** What the agent is for, {@code string}. */
  public static final String AGENT_DESCRIPTION = "gen_ai.agent.description";

  /** The agent's version, {@code string}. */
  public static final String AGENT_VERSION = "gen_ai.agent.version";

  /** The workflow's name, {@code string}; names the span. */
  public static final String WORKFLOW_NAME = "gen_ai.workflow.name";

  /** The tool's name, {@code string}; names the span of a dispatcher method. */
  public static final String TOOL_NAME = "gen_ai.tool.name";

  /** The sort of tool: function, extension or datastore, {@code string}. */
  public static final String TOOL_TYPE = "gen_ai.tool.type";

  /** What the tool does, {@code string}. */
  public static final String TOOL_DESCRIPTION = "gen_ai.tool.description";

  /** The identifier the provider issued for the call, {@code string}. */
  public static final String TOOL_CALL_ID = "gen_ai.tool.call.id";

  /** The arguments of the call, {@code string} (JSON); content. */
  public static final String TOOL_CALL_ARGUMENTS = "gen_ai.tool.call.arguments";

  /** The result of the call, {@code string} (JSON); content. */
  public static final String TOOL_CALL_RESULT = "gen_ai.tool.call.result";

  /** The data source of a retrieval, {@code string}; names the span. */
  public static final String DATA_SOURCE_ID = "gen_ai.data_source.id";

  /** The query of a retrieval, {@code string}; content. */
  public static final String RETRIEVAL_QUERY_TEXT = "gen_ai.retrieval.query.text";

  /** The documents retrieved, {@code string} (JSON); content. */
  public static final String RETRIEVAL_DOCUMENTS = "gen_ai.retrieval.documents";

  /** The dimension of the embeddings, {@code long}. */
  public static final String EMBEDDINGS_DIMENSION_COUNT = "gen_ai.embeddings.dimension.count";

  /** The metric an evaluation measures, {@code string}. */
  public static final String EVALUATION_NAME = "gen_ai.evaluation.name";

  /** The score an evaluation gives, {@code double}. */
  public static final String EVALUATION_SCORE_VALUE = "gen_ai.evaluation.score.value";

  /** The label an evaluation gives, {@code string}. */
  public static final String EVALUATION_SCORE_LABEL = "gen_ai.evaluation.score.label";

  /** Why an evaluation judged so, {@code string}; content. */
  public static final String EVALUATION_EXPLANATION = "gen_ai.evaluation.explanation";

  /** The name of the prompt or prompt template that was used, {@code string}. */
  public static final String PROMPT_NAME = "gen_ai.prompt.name";

  /** The version of the prompt that was used, {@code string}. */
  public static final String PROMPT_VERSION = "gen_ai.prompt.version";

  private GenAi() {}
}
