package io.spanloom.annotations;

/**
 * Attribute keys of the OpenInference semantic conventions, for use in {@link Attribute#key}.
 *
 * <p>The type is part of each key's meaning and checked by the compiler.
 */
public final class OpenInference {

  /** The session, {@code string}. */
  public static final String SESSION_ID = "session.id";

  /** The user, {@code string}. */
  public static final String USER_ID = "user.id";

  /** Further data, {@code string} (JSON). */
  public static final String METADATA = "metadata";

  /** Tags, {@code string[]}. */
  public static final String TAG_TAGS = "tag.tags";

  /** The input, {@code string}; content. */
  public static final String INPUT_VALUE = "input.value";

  /** The input's type: text/plain or application/json, {@code string}; content. */
  public static final String INPUT_MIME_TYPE = "input.mime_type";

  /** The output, {@code string}; content. */
  public static final String OUTPUT_VALUE = "output.value";

  /** The output's type: text/plain or application/json, {@code string}; content. */
  public static final String OUTPUT_MIME_TYPE = "output.mime_type";

  /** The agent's name, {@code string}. */
  public static final String AGENT_NAME = "agent.name";

  /** The node of the execution graph, {@code string}. */
  public static final String GRAPH_NODE_ID = "graph.node.id";

  /** The node's name, {@code string}. */
  public static final String GRAPH_NODE_NAME = "graph.node.name";

  /** The node's parent, {@code string}. */
  public static final String GRAPH_NODE_PARENT_ID = "graph.node.parent_id";

  /** The family of models, {@code string}. */
  public static final String LLM_SYSTEM = "llm.system";

  /** Who hosts the model, {@code string}. */
  public static final String LLM_PROVIDER = "llm.provider";

  /** The model, {@code string}. */
  public static final String LLM_MODEL_NAME = "llm.model_name";

  /** The parameters of the call, {@code string} (JSON). */
  public static final String LLM_INVOCATION_PARAMETERS = "llm.invocation_parameters";

  /** The prompt template, {@code string}; content. */
  public static final String LLM_PROMPT_TEMPLATE_TEMPLATE = "llm.prompt_template.template";

  /** The template's variables, {@code string} (JSON); content. */
  public static final String LLM_PROMPT_TEMPLATE_VARIABLES = "llm.prompt_template.variables";

  /** The template's version, {@code string}. */
  public static final String LLM_PROMPT_TEMPLATE_VERSION = "llm.prompt_template.version";

  /** Input tokens, {@code long}; feeds cost and metrics. */
  public static final String LLM_TOKEN_COUNT_PROMPT = "llm.token_count.prompt";

  /** Output tokens, {@code long}; feeds cost and metrics. */
  public static final String LLM_TOKEN_COUNT_COMPLETION = "llm.token_count.completion";

  /** All tokens, {@code long}. */
  public static final String LLM_TOKEN_COUNT_TOTAL = "llm.token_count.total";

  /** The tool's name, {@code string}. */
  public static final String TOOL_NAME = "tool.name";

  /** What the tool does, {@code string}. */
  public static final String TOOL_DESCRIPTION = "tool.description";

  /** The tool's arguments, {@code string} (JSON); content. */
  public static final String TOOL_PARAMETERS = "tool.parameters";

  /** The JSON Schema of the tool's arguments, {@code string} (JSON). */
  public static final String TOOL_JSON_SCHEMA = "tool.json_schema";

  /** The identifier the provider issued for the call, {@code string}. */
  public static final String TOOL_ID = "tool.id";

  /** The embedding model, {@code string}. */
  public static final String EMBEDDING_MODEL_NAME = "embedding.model_name";

  /** The reranking model, {@code string}. */
  public static final String RERANKER_MODEL_NAME = "reranker.model_name";

  /** The query documents are ranked by, {@code string}; content. */
  public static final String RERANKER_QUERY = "reranker.query";

  /** How many documents are kept, {@code long}. */
  public static final String RERANKER_TOP_K = "reranker.top_k";

  /**
   * Where a {@code @Retrieval}'s result holds the documents found, {@code document[]}: a list, an
   * array, a map, or one.
   */
  public static final String RETRIEVAL_DOCUMENTS = "retrieval.documents";

  /** Where a {@code @Rerank}'s parameter holds the documents to rank, {@code document[]}. */
  public static final String RERANKER_INPUT_DOCUMENTS = "reranker.input_documents";

  /** Where a {@code @Rerank}'s result holds the ranked documents, {@code document[]}. */
  public static final String RERANKER_OUTPUT_DOCUMENTS = "reranker.output_documents";

  /** A document's identifier, {@code string}; its path starts at each document. */
  public static final String DOCUMENT_ID = "document.id";

  /** What a document says, {@code string}; its path starts at each document; content. */
  public static final String DOCUMENT_CONTENT = "document.content";

  /** How well a document answers the query, {@code double}; its path starts at each document. */
  public static final String DOCUMENT_SCORE = "document.score";

  /**
   * What else is known of a document, {@code string} (JSON): a map, or a value that goes by its
   * name; its path starts at each document; content.
   */
  public static final String DOCUMENT_METADATA = "document.metadata";

  private OpenInference() {}
}
