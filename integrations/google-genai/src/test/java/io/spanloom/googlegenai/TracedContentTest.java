package io.spanloom.googlegenai;

import static io.spanloom.testing.SpanloomAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

import com.google.genai.Client;
import com.google.genai.errors.ApiException;
import com.google.genai.errors.ClientException;
import com.google.genai.types.EmbedContentConfig;
import com.google.genai.types.FunctionDeclaration;
import com.google.genai.types.GenerateContentConfig;
import com.google.genai.types.GenerateContentResponse;
import com.google.genai.types.HttpOptions;
import com.google.genai.types.Schema;
import com.google.genai.types.Tool;
import com.google.genai.types.Type;
import io.spanloom.SpanloomOptions;
import io.spanloom.content.ContentMode;
import io.spanloom.integrations.testing.ReplayServer;
import io.spanloom.integrations.testing.Reply;
import io.spanloom.llm.LlmRequest;
import io.spanloom.llm.LlmTool;
import io.spanloom.testing.SpanloomExtension;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A traced agent that talks to the endpoint through the SDK. */
class TracedContentTest {

  private static final String CHAT = "chat gemini-2.5-flash";
  private static final Duration SOON = Duration.ofSeconds(20);

  @RegisterExtension
  final SpanloomExtension spanloom =
      SpanloomExtension.with(SpanloomOptions.builder().content(ContentMode.SPAN_ONLY).build());

  @AutoClose private final ReplayServer server = new ReplayServer();

  private final Clerk clerk =
      new Clerk(
          Client.builder()
              .apiKey("test")
              .httpOptions(HttpOptions.builder().baseUrl(server.url()).build())
              .build());

  @Test
  void toolsCarryTheIdsOfTheirToolCalls() {
    server.replies(Reply.json(GeminiResponses.CALLS_WITH_IDS), Reply.json(GeminiResponses.TEXT));

    assertThat(clerk.answer()).isEqualTo("A duty not to harm.");

    assertThat(spanloom.trace())
        .everyToolHasItsCallId()
        .hasTree(
            """
            invoke_agent clerk
              chat gemini-2.5-flash
              execute_tool case_search
              execute_tool case_search
              execute_tool statute_lookup ERROR
              chat gemini-2.5-flash
            """);
    var root = assertThat(spanloom.trace()).hasRoot("invoke_agent clerk");
    root.child("execute_tool case_search", 1).hasToolCallId("fc-2").isLinkedTo(CHAT);
    root.child("execute_tool statute_lookup").hasToolCallId("fc-3").isLinkedTo(CHAT);
    root.child(CHAT, 1)
        .hasAttribute("llm.input_messages.0.message.content", "You are a clerk.")
        .hasAttribute("llm.input_messages.1.message.content", "What is a duty of care?")
        .hasAttribute("llm.input_messages.2.message.tool_calls.1.tool_call.id", "fc-2")
        .hasAttribute("llm.input_messages.3.message.tool_call_id", "fc-1")
        .hasAttribute(
            "llm.input_messages.3.message.content", "{\"output\":\"Two cases on duty of care\"}");
  }

  /** An id that the provider did not issue is not made up. */
  @Test
  void callsWithoutIdsAreLinkedAllTheSame() {
    server.replies(Reply.json(GeminiResponses.CALLS_WITHOUT_IDS), Reply.json(GeminiResponses.TEXT));

    clerk.answer();

    var root = assertThat(spanloom.trace()).hasRoot("invoke_agent clerk");
    root.child("execute_tool case_search", 1)
        .isLinkedTo(CHAT)
        .hasAttribute("spanloom.tool_call.correlation", "arguments")
        .hasNoAttribute("gen_ai.tool.call.id")
        .hasNoAttribute("tool_call.id");
    root.child("execute_tool statute_lookup").isLinkedTo(CHAT);
    root.child(CHAT, 0)
        .hasAttribute(
            "llm.output_messages.0.message.tool_calls.2.tool_call.function.name", "statute_lookup")
        .hasNoAttribute("llm.output_messages.0.message.tool_calls.2.tool_call.id");
    root.child(CHAT, 1)
        .hasAttribute("llm.input_messages.5.message.role", "tool")
        .hasNoAttribute("llm.input_messages.5.message.tool_call_id");
  }

  @Test
  void thoughtsCountAsOutput() {
    server.replies(Reply.json(GeminiResponses.CALLS_WITH_IDS));

    clerk.ask(Clerk.MODEL, List.of(Clerk.userMessage("What is a duty of care?")), Clerk.CONFIG);

    assertThat(spanloom.trace())
        .hasRoot(CHAT)
        .hasAttribute("gen_ai.provider.name", "gcp.gemini")
        .hasAttribute("gen_ai.request.max_tokens", 800L)
        .hasAttribute("gen_ai.request.temperature", 0.2)
        .hasAttribute("gen_ai.response.model", "gemini-2.5-flash")
        .hasAttribute("gen_ai.response.finish_reasons", List.of("STOP"))
        .hasAttribute("gen_ai.usage.input_tokens", 120L)
        .hasAttribute("gen_ai.usage.output_tokens", 45L)
        .hasAttribute("gen_ai.usage.cache_read.input_tokens", 64L)
        .hasAttribute("gen_ai.usage.reasoning.output_tokens", 7L)
        .hasAttribute(
            "llm.output_messages.0.message.contents.0.message_content.text",
            "Two searches and a statute.")
        .hasAttribute(
            "llm.output_messages.0.message.contents.1.message_content.text", "I will look that up.")
        .hasAttribute("output.value", "I will look that up.")
        .hasAttribute("llm.cost.total");
  }

  @Test
  void oneContentIsARequestToo() throws InterruptedException {
    server.replies(Reply.json(GeminiResponses.TEXT));

    clerk.askLater(Clerk.MODEL, Clerk.userMessage("What is a duty of care?")).join();

    assertThat(spanloom.recorded().awaitSpans(1, SOON).trace())
        .hasRoot(CHAT)
        .hasAttribute("gen_ai.provider.name", "gcp.gen_ai")
        .hasAttribute("llm.token_count.prompt_details.audio", 8L)
        .hasAttribute("input.value", "What is a duty of care?")
        .hasAttribute("gen_ai.usage.input_tokens", 190L);
  }

  @Test
  void errorsHaveTheProvidersCode() {
    server.replies(Reply.json(400, GeminiResponses.REFUSED));

    Throwable error = catchThrowable(clerk::answer);

    assertThat(spanloom.trace()).hasSpan(CHAT).hasFailedWith(code(error));
  }

  @Test
  void errorsAreReadWithoutARequest() {
    server.replies(Reply.json(400, GeminiResponses.REFUSED));

    Throwable error = catchThrowable(() -> clerk.say("What is a duty of care?"));

    assertThat(spanloom.trace())
        .hasRoot(CHAT)
        .hasAttribute("input.value", "What is a duty of care?")
        .hasFailedWith(code(error));
  }

  @Test
  void futuresFailWithTheProvidersCode() throws InterruptedException {
    server.replies(Reply.json(400, GeminiResponses.REFUSED));

    Throwable failure =
        catchThrowable(() -> clerk.askLater(Clerk.MODEL, Clerk.userMessage("What?")).join());

    assertThat(spanloom.recorded().awaitSpans(1, SOON).trace())
        .hasRoot(CHAT)
        .hasFailedWith(code(failure.getCause()));
  }

  /** Rate limits over HTTP are tried again by the SDK before it gives up. */
  @Test
  void rateLimitsHaveGooglesCodeOrTheStatus() {
    GenerateContentAdapter adapter = new GenerateContentAdapter();

    assertThat(adapter.errorType(new ClientException(429, "RESOURCE_EXHAUSTED", "Slow down")))
        .isEqualTo("RESOURCE_EXHAUSTED");
    assertThat(adapter.errorType(new ClientException(429, "Too Many Requests", "Slow down")))
        .isEqualTo("429");
    assertThat(adapter.errorType(new IllegalStateException("not the provider's"))).isNull();
  }

  @Test
  void streamedCallsAreLinked() {
    server.replies(
        GeminiResponses.events(GeminiResponses.STREAMED_CALLS),
        GeminiResponses.events(GeminiResponses.STREAMED_TEXT));

    assertThat(clerk.answerStreaming()).isEqualTo("A duty not to harm.");

    assertThat(spanloom.trace())
        .hasTree(
            """
            invoke_agent clerk
              chat gemini-2.5-flash
              execute_tool case_search
              execute_tool case_search
              execute_tool statute_lookup ERROR
              chat gemini-2.5-flash
            """);
    var root = assertThat(spanloom.trace()).hasRoot("invoke_agent clerk");
    root.child("execute_tool case_search", 1)
        .isLinkedTo(CHAT)
        .hasAttribute("spanloom.tool_call.correlation", "arguments");
    root.child(CHAT, 0)
        .hasAttribute("gen_ai.usage.input_tokens", 120L)
        .hasAttribute("gen_ai.usage.output_tokens", 45L)
        .hasAttribute("gen_ai.usage.reasoning.output_tokens", 7L)
        .hasAttribute("gen_ai.response.finish_reasons", List.of("STOP"))
        .hasAttribute("llm.output_messages.0.message.content", "I will look that up.")
        .hasAttribute("spanloom.stream.chunks", 3L);
  }

  @Test
  void aStreamThatBreaksOffFails() {
    server.replies(GeminiResponses.events(GeminiResponses.STREAMED_CALLS.subList(0, 2)).broken());

    assertThatThrownBy(
            () ->
                clerk.stream(Clerk.MODEL, List.of(Clerk.userMessage("What?")), Clerk.CONFIG)
                    .forEach(piece -> {}))
        .isInstanceOf(RuntimeException.class);

    assertThat(spanloom.trace())
        .hasRoot(CHAT)
        .hasAttribute("error.type")
        .hasNoAttribute("gen_ai.response.finish_reasons");
  }

  @Test
  void aCallerMayLoseInterest() {
    server.replies(GeminiResponses.events(GeminiResponses.STREAMED_CALLS));

    try (var pieces = clerk.streamClosing("What is a duty of care?", Clerk.CONFIG)) {
      assertThat(pieces.iterator().next().text()).isEqualTo("I will look ");
    }

    assertThat(spanloom.trace())
        .hasRoot(CHAT)
        .hasNotFailed()
        .hasAttribute("spanloom.end", "cancelled")
        .hasAttribute("gen_ai.request.max_tokens", 800L)
        .hasNoAttribute("gen_ai.usage.output_tokens");
  }

  @Test
  void embeddingsTellTheirDimension() {
    server.replies(Reply.json(GeminiResponses.EMBEDDINGS));

    clerk.embed(
        "gemini-embedding-001", List.of("duty", "care"), EmbedContentConfig.builder().build());

    assertThat(spanloom.trace())
        .hasRoot("embeddings gemini-embedding-001")
        .hasAttribute("gen_ai.provider.name", "gcp.gen_ai")
        .hasAttribute("gen_ai.embeddings.dimension.count", 3L)
        .hasAttribute("embedding.embeddings.1.embedding.text", "care")
        .hasNoAttribute("gen_ai.usage.input_tokens");
  }

  /** The oldest version of the SDK drops the id before anyone sees the answer. */
  @Test
  void readsTheAnswersId() {
    GenerateContentResponse answer = GenerateContentResponse.fromJson(GeminiResponses.TEXT);

    assertThat(new GenerateContentAdapter().response(answer).id()).isEqualTo("resp-2");
  }

  @Test
  void readsRequestParameters() {
    LlmRequest request =
        new GenerateContentAdapter()
            .request(
                GenerateContentConfig.builder()
                    .topP(0.9f)
                    .topK(40f)
                    .candidateCount(2)
                    .seed(7)
                    .frequencyPenalty(0.1f)
                    .presencePenalty(-0.1f)
                    .stopSequences(List.of("END"))
                    .responseMimeType("application/json")
                    .tools(
                        List.of(
                            Tool.builder()
                                .functionDeclarations(
                                    List.of(
                                        FunctionDeclaration.builder()
                                            .name("case_search")
                                            .description("Searches cases.")
                                            .parameters(
                                                Schema.builder()
                                                    .type(new Type(Type.Known.OBJECT))
                                                    .properties(Map.of())
                                                    .build())
                                            .build()))
                                .build()))
                    .build());

    assertThat(request.topP()).isEqualTo(0.9);
    assertThat(request.topK()).isEqualTo(40);
    assertThat(request.choiceCount()).isEqualTo(2);
    assertThat(request.seed()).isEqualTo(7);
    assertThat(request.frequencyPenalty()).isEqualTo(0.1);
    assertThat(request.presencePenalty()).isEqualTo(-0.1);
    assertThat(request.stopSequences()).containsExactly("END");
    assertThat(request.outputType()).isEqualTo("json");
    assertThat(request.reasoningLevel()).isNull();
    assertThat(request.messages()).isEmpty();
    assertThat(request.tools())
        .extracting(LlmTool::name, LlmTool::description)
        .containsExactly(tuple("case_search", "Searches cases."));
    assertThat(request.tools().get(0).parametersJson()).contains("\"object\"");
  }

  /** Google's code, where the SDK in use keeps it; its older versions keep the status alone. */
  private static String code(Throwable error) {
    assertThat(error).isInstanceOf(ClientException.class);
    return ((ApiException) error).status().equals("INVALID_ARGUMENT") ? "INVALID_ARGUMENT" : "400";
  }
}
