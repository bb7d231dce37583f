package io.spanloom;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Scope;
import io.spanloom.ModelSdk.Request;
import io.spanloom.ModelSdk.Response;
import io.spanloom.RetrievalSdk.EmbedRequest;
import io.spanloom.RetrievalSdk.EmbedResponse;
import io.spanloom.RetrievalSdk.Match;
import io.spanloom.annotations.Agent;
import io.spanloom.annotations.Attribute;
import io.spanloom.annotations.Embedding;
import io.spanloom.annotations.Evaluation;
import io.spanloom.annotations.GenAi;
import io.spanloom.annotations.Guardrail;
import io.spanloom.annotations.LlmCall;
import io.spanloom.annotations.Rerank;
import io.spanloom.annotations.Retrieval;
import io.spanloom.annotations.SessionId;
import io.spanloom.annotations.Steps;
import io.spanloom.annotations.Task;
import io.spanloom.annotations.Tool;
import io.spanloom.annotations.UserId;
import io.spanloom.annotations.Workflow;
import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmToolCall;
import io.spanloom.llm.TokenUsage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A program with all ten annotations that says whatever can be said of each. */
final class TenRoles {

  /** Keys of attributes that some convention has no key of its own for. */
  static final Set<String> TOLD =
      Set.of(
          "server.address",
          "server.port",
          "reranker.query",
          "reranker.top_k",
          GenAi.PROMPT_NAME,
          GenAi.PROMPT_VERSION,
          GenAi.OUTPUT_TYPE,
          GenAi.REQUEST_TOP_K,
          GenAi.REQUEST_STREAM,
          GenAi.REQUEST_REASONING_LEVEL,
          GenAi.RESPONSE_TIME_TO_FIRST_CHUNK,
          GenAi.EMBEDDINGS_DIMENSION_COUNT,
          GenAi.EVALUATION_SCORE_VALUE,
          GenAi.EVALUATION_SCORE_LABEL,
          GenAi.EVALUATION_EXPLANATION,
          GenAi.RETRIEVAL_QUERY_TEXT,
          GenAi.RETRIEVAL_DOCUMENTS);

  private static final LlmToolCall CALL =
      new LlmToolCall("call_1", "search", "{\"query\":\"books\"}");

  void run() {
    AgentContext context =
        AgentContext.builder()
            .tenant("acme")
            .feature("search")
            .attribute(AttributeKey.stringKey("app.plan"), "gold")
            .build();
    try (Scope scope = context.makeCurrent()) {
      assertThat(scope).isNotNull();
      workflow("session-1", "user-1");
      failing();
    } catch (IllegalStateException expected) {
      // recorded
    }
  }

  @Workflow(value = "pipeline", version = "3")
  String workflow(@SessionId String session, @UserId String user) {
    return agent("a question");
  }

  @Agent(value = "librarian", id = "agent-7", version = "1.2", description = "Finds books.")
  String agent(String question) {
    plan(question);
    guard(question);
    step(question);
    embed("text-embedding-3-small", question);
    embed(new EmbedRequest("text-embedding-3-small", List.of(question)));
    retrieve(question, 5);
    rerank(question, 3, find(question));
    evaluate("an answer");
    return "an answer";
  }

  @Task(kind = Task.Kind.PLAN)
  String plan(String question) {
    Spans.current().decision("source", "library", 0.9, "it has books");
    return "search, then answer";
  }

  @Task("think")
  String step(String question) {
    List<LlmMessage> messages =
        List.of(
            LlmMessage.of("system", "You are a librarian."),
            LlmMessage.of("user", question),
            new LlmMessage("assistant", null, List.of(CALL), null),
            LlmMessage.toolResult("call_1", "two books"));
    complete(new Request("gpt-4.1-mini", messages), 40, 0.9, 2, 7, List.of("END"), "low");
    try (Stream<String> pages = pages(search("books"))) {
      pages.iterator().next();
    }
    return String.join(",", shelves());
  }

  @LlmCall
  Response complete(
      Request request,
      @Attribute(key = GenAi.REQUEST_TOP_K) int topK,
      @Attribute(key = GenAi.REQUEST_TOP_P) double topP,
      @Attribute(key = GenAi.REQUEST_CHOICE_COUNT) int choices,
      @Attribute(key = GenAi.REQUEST_SEED) int seed,
      @Attribute(key = GenAi.REQUEST_STOP_SEQUENCES) List<String> stop,
      @Attribute(key = GenAi.REQUEST_REASONING_LEVEL) String reasoning) {
    configure(256, 0.1, 0.2, true, "text", "librarian", "v3");
    return new Response(
        "gpt-4.1-mini", "Let me look.", List.of(CALL), new TokenUsage(100L, 10L, 20L, 30L, 4L));
  }

  /** The rest of the parameters, on a call of its own. */
  @LlmCall(provider = "x_ai", model = "grok-4")
  @SuppressWarnings("LlmCallWithoutUsage")
  void configure(
      @Attribute(key = GenAi.REQUEST_MAX_TOKENS) int maxTokens,
      @Attribute(key = GenAi.REQUEST_FREQUENCY_PENALTY) double frequency,
      @Attribute(key = GenAi.REQUEST_PRESENCE_PENALTY) double presence,
      @Attribute(key = GenAi.REQUEST_STREAM) boolean stream,
      @Attribute(key = GenAi.OUTPUT_TYPE) String type,
      @Attribute(key = GenAi.PROMPT_NAME) String prompt,
      @Attribute(key = GenAi.PROMPT_VERSION) String promptVersion) {
    streamed(0.25, "api.x.ai", 443);
  }

  @LlmCall(provider = "x_ai", model = "grok-4")
  Response streamed(
      @Attribute(key = GenAi.RESPONSE_TIME_TO_FIRST_CHUNK) double seconds,
      @Attribute(key = "server.address") String host,
      @Attribute(key = "server.port") int port) {
    TokenUsage spoken = new TokenUsage(100L, 10L, null, null, null, 5L, 6L);
    return new Response("grok-4", "Hello.", List.of(), spoken);
  }

  /** Searches the library. */
  @Tool
  String search(String query) {
    return "two books";
  }

  /** Reads books; nobody reads them to the end. */
  @Tool
  Stream<String> pages(String books) {
    return Stream.of("page 1", "page 2");
  }

  /** Lists the shelves. */
  @Tool
  List<String> shelves() {
    return List.of("A", "B");
  }

  @Embedding(provider = "openai")
  @Attribute(key = GenAi.EMBEDDINGS_DIMENSION_COUNT, path = "length")
  @Attribute(key = GenAi.USAGE_INPUT_TOKENS, path = "length")
  float[] embed(@Attribute(key = GenAi.REQUEST_MODEL) String model, String text) {
    return new float[] {0.1f, 0.2f};
  }

  @Embedding
  EmbedResponse embed(EmbedRequest request) {
    return new EmbedResponse(request.model(), 8L, List.of(new float[] {0.1f, 0.2f}));
  }

  @Retrieval(dataSource = "library")
  @Attribute(key = GenAi.RETRIEVAL_DOCUMENTS)
  String retrieve(
      @Attribute(key = GenAi.RETRIEVAL_QUERY_TEXT) String query,
      @Attribute(key = GenAi.REQUEST_TOP_K) int topK) {
    return "[{\"id\":\"book-1\"}]";
  }

  @Retrieval(dataSource = "shelves")
  List<Match> find(String query) {
    Map<String, Object> metadata = Map.of("source", "shelf A");
    return IntStream.range(0, 20)
        .mapToObj(each -> new Match("book-" + each, "A book.", 0.5, metadata))
        .toList();
  }

  @Rerank(model = "rerank-3")
  List<Match> rerank(
      @Attribute(key = "reranker.query") String query,
      @Attribute(key = "reranker.top_k") int topK,
      List<Match> books) {
    return List.of(books.get(2));
  }

  record Checked(boolean passed, Steps outcome, String reason) {}

  record Verdict(double score, String label, String explanation) {}

  @Guardrail("no_secrets")
  Checked guard(String text) {
    return new Checked(true, Steps.AUTO, "no secret found");
  }

  @Evaluation("helpfulness")
  Verdict evaluate(String answer) {
    return new Verdict(0.8, "pass", "it helps");
  }

  @Task
  void failing() {
    throw new IllegalStateException("expected");
  }
}
