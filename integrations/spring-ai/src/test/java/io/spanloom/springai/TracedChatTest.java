package io.spanloom.springai;

import static io.spanloom.testing.SpanloomAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.observation.ObservationRegistry;
import io.spanloom.integrations.testing.OpenAiResponses;
import io.spanloom.integrations.testing.OpenAiStreams;
import io.spanloom.integrations.testing.ReplayServer;
import io.spanloom.integrations.testing.Reply;
import io.spanloom.testing.RecordedSpans;
import io.spanloom.testing.SpanloomExtension;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.document.Document;
import org.springframework.ai.embedding.EmbeddingModel;
import org.springframework.ai.embedding.EmbeddingOptions;
import org.springframework.ai.embedding.EmbeddingRequest;
import org.springframework.ai.vectorstore.SimpleVectorStore;
import reactor.core.publisher.Flux;

/** A traced agent that talks to the endpoint through Spring AI's client. */
@ExtendWith(SpanloomExtension.class)
class TracedChatTest {

  private static final String EMBEDDING = "embeddings text-embedding-3-small";

  @AutoClose private final ReplayServer server = new ReplayServer();
  private final ChatModel model = OpenAi.chatModel(server.url());
  private final Clerk clerk = new Clerk(model);

  @Test
  void toolsCarryTheIdsOfTheirToolCalls(RecordedSpans recorded) {
    server.replies(Reply.json(OpenAiResponses.TOOL_CALLS), Reply.json(OpenAiResponses.TEXT));

    assertThat(clerk.answer("What is a duty of care?")).isEqualTo("A duty not to harm.");

    assertThat(recorded.trace())
        .everyToolHasItsCallId()
        .hasNoContent()
        .hasTree(
            """
            invoke_agent clerk
              chat gpt-4.1-mini
              execute_tool case_search
              execute_tool case_search
              execute_tool statute_lookup ERROR
              chat gpt-4.1-mini
            """);
    assertThat(recorded.trace())
        .hasRoot("invoke_agent clerk")
        .child("execute_tool case_search", 1)
        .hasToolCallId("call_2")
        .isLinkedTo("chat gpt-4.1-mini");
  }

  @Test
  void spansTellWhatPromptAndAnswerTell(RecordedSpans recorded) {
    server.replies(Reply.json(OpenAiResponses.TOOL_CALLS), Reply.json(OpenAiResponses.TEXT));

    clerk.answer("What is a duty of care?");

    assertThat(recorded.trace())
        .hasRoot("invoke_agent clerk")
        .child("chat gpt-4.1-mini", 0)
        .hasAttribute("gen_ai.provider.name", "openai")
        .hasAttribute("gen_ai.request.temperature", 0.2)
        .hasAttribute("gen_ai.request.max_tokens", 800L)
        .hasAttribute("gen_ai.request.seed", 7L)
        .hasAttribute("gen_ai.response.model", "gpt-4.1-mini-2025-04-14")
        .hasAttribute("gen_ai.response.id", "chatcmpl-1")
        .hasAttribute("gen_ai.response.finish_reasons", List.of("TOOL_CALLS"))
        .hasAttribute("gen_ai.usage.input_tokens", 120L)
        .hasAttribute("gen_ai.usage.output_tokens", 45L)
        .hasAttribute("gen_ai.usage.cache_read.input_tokens", 64L)
        .hasAttribute("llm.token_count.completion_details.reasoning", 7L)
        .hasAttribute("llm.cost.total");
  }

  @Test
  void streamedAnswersEndTheirSpans(RecordedSpans recorded) {
    server.replies(OpenAiStreams.TOOL_CALLS, OpenAiStreams.TEXT);

    StringBuilder streamed = new StringBuilder();
    clerk
        .streamedAnswer("What is a duty of care?")
        .doOnNext(part -> streamed.append(text(part)))
        .blockLast();

    assertThat(streamed.toString()).isEqualTo("A duty not to harm.");
    assertThat(recorded.trace())
        .everyToolHasItsCallId()
        .hasNoContent()
        .hasTree(
            """
            invoke_agent clerk
              chat gpt-4.1-mini
              execute_tool case_search
              execute_tool case_search
              chat gpt-4.1-mini
            """);
    assertThat(recorded.trace())
        .hasRoot("invoke_agent clerk")
        .child("chat gpt-4.1-mini", 1)
        .hasAttribute("gen_ai.usage.input_tokens", 190L)
        .hasAttribute("gen_ai.usage.output_tokens", 12L)
        .hasAttribute("gen_ai.response.finish_reasons", List.of("STOP"))
        .hasAttribute("gen_ai.response.id", "chatcmpl-2")
        .hasAttribute("gen_ai.response.time_to_first_chunk");
  }

  @Test
  void missingTokenCountsAreNotRecorded(RecordedSpans recorded) {
    server.replies(OpenAiStreams.WITHOUT_USAGE);

    clerk.stream(new Prompt("What is a duty of care?")).blockLast();

    assertThat(recorded.spans().get(0).getAttributes().asMap().toString())
        .doesNotContain("usage", "token_count", "cost");
  }

  @Test
  void brokenStreamsAreErrors(RecordedSpans recorded) {
    server.replies(OpenAiStreams.BROKEN);
    Flux<?> answer = clerk.stream(new Prompt("What is a duty of care?"));

    assertThatThrownBy(answer::blockLast).isNotNull();

    assertThat(recorded.trace()).hasTree("chat ERROR\n");
  }

  @Test
  void streamsThatAreCancelledAreNoErrors(RecordedSpans recorded) {
    server.replies(OpenAiStreams.TEXT);

    clerk.stream(new Prompt("What is a duty of care?")).blockFirst();

    assertThat(recorded.trace())
        .hasRoot("chat")
        .hasAttribute("spanloom.end", "cancelled")
        .hasNotFailed();
  }

  @Test
  void errorsHaveTheProvidersCode(RecordedSpans recorded) {
    server.replies(Reply.json(429, OpenAiResponses.RATE_LIMITED));

    assertThatThrownBy(() -> clerk.answer("What is a duty of care?")).isNotNull();

    assertThat(recorded.trace()).hasSpan("chat gpt-4.1-mini").hasFailedWith("rate_limit_exceeded");
  }

  @Test
  void embeddingsAndSearchesTellWhatTheyFound(RecordedSpans recorded) {
    for (int i = 0; i < 8; i++) { // a store asks for dimensions, too
      server.replies(Reply.json(OpenAiResponses.EMBEDDING));
    }
    EmbeddingOptions options = OpenAi.embeddingOptions();
    EmbeddingModel embeddings = OpenAi.embeddingModel(server.url());
    SimpleVectorStore store = SimpleVectorStore.builder(embeddings).build();

    clerk.embed(embeddings, new EmbeddingRequest(List.of("care"), options));
    store.add(
        List.of(
            new Document("case-1", "One", Map.of("court", "first")),
            new Document("case-2", "Two", Map.of("court", "second"))));
    List<Document> found = clerk.search(store, "care");

    assertThat(recorded.traces()).hasSize(2);
    assertThat(recorded.traces().get(0))
        .hasRoot(EMBEDDING)
        .hasAttribute("gen_ai.provider.name", "openai")
        .hasAttribute("gen_ai.usage.input_tokens", 9L)
        .hasAttribute("gen_ai.embeddings.dimension.count", 3L);
    assertThat(recorded.traces().get(1))
        .hasRoot("retrieval cases")
        .hasAttribute("retrieval.documents.0.document.id", found.get(0).getId())
        .hasAttribute("retrieval.documents.0.document.score", found.get(0).getScore())
        .hasAttribute("retrieval.documents.1.document.id", found.get(1).getId());
  }

  /** A vector store asks the model itself: the handler sees that, too. */
  @Test
  void searchesOfAVectorStoreEmbedInSpans(RecordedSpans recorded) {
    for (int i = 0; i < 8; i++) { // a store asks for dimensions, too
      server.replies(Reply.json(OpenAiResponses.EMBEDDING));
    }
    ObservationRegistry registry = ObservationRegistry.create();
    registry.observationConfig().observationHandler(new ModelObservationHandler());
    EmbeddingModel embeddings = OpenAi.embeddingModel(server.url(), registry);
    SimpleVectorStore store = SimpleVectorStore.builder(embeddings).build();
    store.add(List.of(new Document("case-1", "One", Map.of())));
    recorded.clear();

    clerk.search(store, "care");

    assertThat(recorded.trace()).hasTree("retrieval cases\n  " + EMBEDDING + "\n");
    assertThat(recorded.trace())
        .hasSpan(EMBEDDING)
        .hasAttribute("gen_ai.provider.name", "openai")
        .hasAttribute("gen_ai.usage.input_tokens", 9L)
        .hasAttribute("gen_ai.embeddings.dimension.count", 3L);
  }

  private static String text(ChatResponse part) {
    String text = part.getResult() == null ? null : part.getResult().getOutput().getText();
    return text == null ? "" : text;
  }
}
