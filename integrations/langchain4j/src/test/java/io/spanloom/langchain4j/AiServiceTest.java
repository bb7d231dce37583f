package io.spanloom.langchain4j;

import static io.spanloom.testing.SpanloomAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiEmbeddingModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.langchain4j.rag.content.retriever.ContentRetriever;
import dev.langchain4j.rag.content.retriever.EmbeddingStoreContentRetriever;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.store.embedding.inmemory.InMemoryEmbeddingStore;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.spanloom.integrations.testing.OpenAiResponses;
import io.spanloom.integrations.testing.OpenAiStreams;
import io.spanloom.integrations.testing.ReplayServer;
import io.spanloom.integrations.testing.Reply;
import io.spanloom.testing.RecordedSpans;
import io.spanloom.testing.SpanloomExtension;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Agents whose model calls, searches and tools an AI service makes, over HTTP. */
@ExtendWith(SpanloomExtension.class)
class AiServiceTest {

  /** In its first versions LangChain4j did not tell an embedding model's name. */
  private static final String EMBEDDINGS =
      Stream.of(EmbeddingModel.class.getMethods()).anyMatch(m -> m.getName().equals("modelName"))
          ? "embeddings text-embedding-3-small"
          : "embeddings";

  @AutoClose private final ReplayServer server = new ReplayServer();

  private final EmbeddingModel embeddings =
      Traced.embeddingModel(
          OpenAiEmbeddingModel.builder()
              .baseUrl(server.url() + "/v1")
              .apiKey("test")
              .modelName("text-embedding-3-small")
              .maxRetries(0)
              .build());

  @Test
  void toolsOfAServiceCarryTheIdsOfTheirToolCalls(RecordedSpans recorded) {
    server.replies(Reply.json(OpenAiResponses.TOOL_CALLS), Reply.json(OpenAiResponses.TEXT));

    String answer = new Desk(service().build()).answer("What is a duty of care?");

    assertThat(answer).isEqualTo("A duty not to harm.");
    assertThat(recorded.trace())
        .everyToolHasItsCallId()
        .hasNoContent()
        .hasTree(
            """
            invoke_agent desk
              chat gpt-4.1-mini
              execute_tool case_search
              execute_tool case_search
              execute_tool statute_lookup ERROR
              chat gpt-4.1-mini
            """);
    assertThat(recorded.trace())
        .hasRoot("invoke_agent desk")
        .child("execute_tool case_search", 1)
        .hasToolCallId("call_2")
        .hasAttribute("spanloom.tool_call.correlation", "arguments")
        .isLinkedTo("chat gpt-4.1-mini");
  }

  @Test
  void aServiceWithoutAnAgentIsEnough(RecordedSpans recorded) {
    server.replies(Reply.json(OpenAiResponses.TOOL_CALLS), Reply.json(OpenAiResponses.TEXT));

    service().build().answer("What is a duty of care?");

    assertThat(recorded.spans())
        .filteredOn(span -> span.getName().startsWith("execute_tool case_search"))
        .extracting(span -> span.getAttributes().get(AttributeKey.stringKey("gen_ai.tool.call.id")))
        .containsExactly("call_1", "call_2");
    assertThat(recorded.spans())
        .filteredOn(span -> span.getName().startsWith("execute_tool case_search"))
        .allSatisfy(
            span ->
                assertThat(span.getLinks().get(0).getSpanContext())
                    .isEqualTo(recorded.spans().get(0).getSpanContext()));
  }

  @Test
  void toolsOnOtherThreadsFindTheirCallsWhereTheContextIsCarried(RecordedSpans recorded) {
    assumeThat(AiServices.class.getMethods())
        .extracting(Method::getName)
        .contains("executeToolsConcurrently"); // not in the first versions
    server.replies(Reply.json(OpenAiResponses.TOOL_CALLS), Reply.json(OpenAiResponses.TEXT));
    ExecutorService threads = Executors.newFixedThreadPool(3);

    new Desk(service().executeToolsConcurrently(Context.taskWrapping(threads)).build())
        .answer("What is a duty of care?");

    threads.shutdown();
    assertThat(recorded.trace())
        .everyToolHasItsCallId()
        .hasSpans("execute_tool case_search", 2)
        .hasRoot("invoke_agent desk")
        .child("execute_tool statute_lookup")
        .hasToolCallId("call_3");
  }

  /** A service's result has the tokens of all its calls, as the calls' spans together have. */
  @Test
  void eachTokenOfALongLoopIsCountedOnce(RecordedSpans recorded) {
    server.replies(
        Reply.json(OpenAiResponses.toolCall("call_a", 100, 20)),
        Reply.json(OpenAiResponses.toolCall("call_b", 150, 20)),
        Reply.json(OpenAiResponses.text(200, 20)));

    new Desk(service().build()).explain("What is a duty of care?");

    assertThat(recorded.trace())
        .hasRoot("invoke_agent desk")
        .hasAttribute("spanloom.total.input_tokens", 450L)
        .hasAttribute("spanloom.total.output_tokens", 60L)
        .child("chat gpt-4.1-mini", 2)
        .hasAttribute("gen_ai.usage.input_tokens", 200L);
  }

  @Test
  void eachTokenOfAStreamedLoopIsCountedOnce(RecordedSpans recorded) throws Exception {
    server.replies(
        OpenAiStreams.toolCall("call_a", 100, 20),
        OpenAiStreams.toolCall("call_b", 150, 20),
        OpenAiStreams.text(200, 20));
    CompletableFuture<ChatResponse> end = streamed();

    assertThat(end.get().tokenUsage().inputTokenCount()).isEqualTo(450);
    assertThat(recorded.trace())
        .hasRoot("invoke_agent desk")
        .hasAttribute("spanloom.total.input_tokens", 450L)
        .hasAttribute("spanloom.total.output_tokens", 60L)
        .child("chat gpt-4.1-mini", 2)
        .hasAttribute("gen_ai.usage.input_tokens", 200L);
  }

  @Test
  void tracedModelsTellTheirDefaults(RecordedSpans recorded) {
    server.replies(Reply.json(OpenAiResponses.TEXT));

    new Desk(service().build()).explain("What is a duty of care?");

    assertThat(recorded.trace())
        .hasSpan("chat gpt-4.1-mini")
        .hasAttribute("gen_ai.provider.name", "openai")
        .hasAttribute("gen_ai.request.temperature", 0.2)
        .hasAttribute("gen_ai.request.seed", 7L)
        .hasAttribute("gen_ai.request.max_tokens", 800L)
        .hasAttribute("gen_ai.usage.input_tokens", 190L)
        .hasAttribute("llm.cost.total");
  }

  @Test
  void errorsArePassedOn(RecordedSpans recorded) {
    server.replies(Reply.json(429, OpenAiResponses.RATE_LIMITED));

    assertThatThrownBy(() -> new Desk(service().build()).answer("What is a duty of care?"))
        .isInstanceOf(RateLimitException.class);

    assertThat(recorded.trace()).hasSpan("chat gpt-4.1-mini").hasFailedWith("rate_limit_exceeded");
  }

  @Test
  void streamedServicesEndWithTheirLastWord(RecordedSpans recorded) throws Exception {
    server.replies(OpenAiStreams.TOOL_CALLS, OpenAiStreams.TEXT);
    CompletableFuture<ChatResponse> end = new CompletableFuture<>();
    StringBuilder streamed = new StringBuilder();
    StringBuilder spans = new StringBuilder();

    new Desk(service().build())
        .stream("What is a duty of care?")
            .onPartialResponse(
                text -> {
                  streamed.append(text);
                  spans.append(Span.current().getSpanContext().isValid());
                })
            .onCompleteResponse(end::complete)
            .onError(end::completeExceptionally)
            .start();

    end.get();
    assertThat(streamed.toString()).isEqualTo("A duty not to harm.");
    assertThat(spans.toString()).doesNotContain("true"); // the listener is no part of the agent
    assertThat(recorded.trace())
        .everyToolHasItsCallId()
        .hasNoContent()
        .hasTree(
            """
            invoke_agent desk
              chat gpt-4.1-mini
              execute_tool case_search
              execute_tool case_search
              chat gpt-4.1-mini
            """);
    assertThat(recorded.trace())
        .hasRoot("invoke_agent desk")
        .hasNoAttribute("spanloom.end")
        .child("chat gpt-4.1-mini", 1)
        .hasAttribute("gen_ai.usage.output_tokens", 12L)
        .hasAttribute("gen_ai.response.finish_reasons", List.of("stop"))
        .hasAttribute("gen_ai.response.time_to_first_chunk");
  }

  @Test
  void streamsWithoutListenersForTheEndHaveOneToo(RecordedSpans recorded) throws Exception {
    server.replies(OpenAiStreams.TEXT);

    new Desk(service().build())
        .stream("What is a duty of care?").onPartialResponse(text -> {}).ignoreErrors().start();

    recorded.awaitSpans(2, Duration.ofSeconds(10));
    assertThat(recorded.trace())
        .hasTree(
            """
            invoke_agent desk
              chat gpt-4.1-mini
            """)
        .hasNoErrors();
  }

  @Test
  void brokenStreamsAreErrorsOfBoth(RecordedSpans recorded) {
    server.replies(OpenAiStreams.BROKEN);
    CompletableFuture<ChatResponse> end = streamed();

    assertThatThrownBy(end::get).isInstanceOf(ExecutionException.class);
    assertThat(recorded.trace())
        .hasTree(
            """
            invoke_agent desk ERROR
              chat gpt-4.1-mini ERROR
            """);
  }

  @Test
  void searchesAndTheirEmbeddingsAreTraced(RecordedSpans recorded) {
    server.replies(
        Reply.json(OpenAiResponses.EMBEDDINGS),
        Reply.json(OpenAiResponses.EMBEDDING),
        Reply.json(OpenAiResponses.TEXT));
    InMemoryEmbeddingStore<TextSegment> store = new InMemoryEmbeddingStore<>();
    List<TextSegment> cases = List.of(TextSegment.from("Case one"), TextSegment.from("Case two"));
    store.addAll(List.of("case-1", "case-2"), embeddings.embedAll(cases).content(), cases);
    recorded.clear();
    ContentRetriever retriever =
        EmbeddingStoreContentRetriever.builder()
            .embeddingModel(embeddings)
            .embeddingStore(store)
            .maxResults(2)
            .build();

    new Desk(service().contentRetriever(Traced.contentRetriever("case law", retriever)).build())
        .answer("What is a duty of care?");

    assertThat(recorded.trace())
        .hasNoContent()
        .hasTree(
            """
            invoke_agent desk
              retrieval case law
                %s
              chat gpt-4.1-mini
            """
                .formatted(EMBEDDINGS));
    assertThat(recorded.trace())
        .hasSpan("retrieval case law")
        .hasAttribute("retrieval.documents.0.document.id", "case-1")
        .hasAttribute("retrieval.documents.1.document.id", "case-2");
    assertThat(recorded.trace())
        .hasSpan(EMBEDDINGS)
        .hasAttribute("gen_ai.provider.name", "openai")
        .hasAttribute("gen_ai.usage.input_tokens", 9L)
        .hasAttribute("gen_ai.embeddings.dimension.count", 3L);
  }

  private CompletableFuture<ChatResponse> streamed() {
    CompletableFuture<ChatResponse> end = new CompletableFuture<>();
    new Desk(service().build())
        .stream("What is a duty of care?")
            .onPartialResponse(text -> {})
            .onCompleteResponse(end::complete)
            .onError(end::completeExceptionally)
            .start();
    return end;
  }

  private AiServices<Assistant> service() {
    return AiServices.builder(Assistant.class)
        .chatModel(
            Traced.chatModel(
                OpenAiChatModel.builder()
                    .baseUrl(server.url() + "/v1")
                    .apiKey("test")
                    .modelName("gpt-4.1-mini")
                    .temperature(0.2)
                    .seed(7)
                    .maxCompletionTokens(800)
                    .maxRetries(0)
                    .build()))
        .streamingChatModel(
            Traced.streamingChatModel(
                OpenAiStreamingChatModel.builder()
                    .baseUrl(server.url() + "/v1")
                    .apiKey("test")
                    .modelName("gpt-4.1-mini")
                    .build()))
        .tools(new Statutes());
  }
}
