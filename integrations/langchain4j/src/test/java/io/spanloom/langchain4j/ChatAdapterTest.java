package io.spanloom.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ImageContent;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiChatRequestParameters;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.Response;
import dev.langchain4j.service.Result;
import io.spanloom.integrations.testing.OpenAiResponses;
import io.spanloom.integrations.testing.ReplayServer;
import io.spanloom.integrations.testing.Reply;
import io.spanloom.llm.LlmAdapter;
import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmPart;
import io.spanloom.llm.LlmRequest;
import io.spanloom.llm.LlmResponse;
import io.spanloom.llm.LlmTool;
import io.spanloom.llm.LlmToolCall;
import io.spanloom.llm.TokenUsage;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The adapters, with answers that the real client reads from HTTP. */
class ChatAdapterTest {

  private static final List<LlmToolCall> CALLS =
      List.of(
          new LlmToolCall("call_1", "case_search", "{\"query\":\"duty of care\"}"),
          new LlmToolCall("call_2", "case_search", "{\"query\":\"negligence\"}"),
          new LlmToolCall("call_3", "statute_lookup", "{\"section\":3}"));

  @AutoClose private final ReplayServer server = new ReplayServer();
  private final ChatModel model =
      OpenAiChatModel.builder()
          .baseUrl(server.url() + "/v1")
          .apiKey("test")
          .modelName("gpt-4.1-mini")
          .maxRetries(0)
          .build();
  private final ChatAdapter adapter = new ChatAdapter();

  @Test
  void areFoundAsServices() {
    assertThat(ServiceLoader.load(LlmAdapter.class))
        .hasAtLeastOneElementOfType(ChatAdapter.class)
        .hasAtLeastOneElementOfType(AiMessageAdapter.class)
        .hasAtLeastOneElementOfType(ResponseAdapter.class)
        .hasAtLeastOneElementOfType(ResultAdapter.class);
  }

  @Test
  void readsParametersThatAllProvidersHave() {
    LlmRequest request =
        adapter.request(
            minimal()
                .modelName("some-model")
                .temperature(0.2)
                .topP(0.9)
                .topK(40)
                .maxOutputTokens(800)
                .frequencyPenalty(0.1)
                .presencePenalty(-0.1)
                .stopSequences(List.of("END"))
                .responseFormat(ResponseFormat.JSON)
                .build());

    assertThat(request.provider()).isNull();
    assertThat(request.model()).isEqualTo("some-model");
    assertThat(request.temperature()).isEqualTo(0.2);
    assertThat(request.topP()).isEqualTo(0.9);
    assertThat(request.topK()).isEqualTo(40);
    assertThat(request.maxTokens()).isEqualTo(800);
    assertThat(request.frequencyPenalty()).isEqualTo(0.1);
    assertThat(request.presencePenalty()).isEqualTo(-0.1);
    assertThat(request.stopSequences()).containsExactly("END");
    assertThat(request.outputType()).isEqualTo("json");
  }

  @Test
  void readsOpenAisParameters() {
    LlmRequest request =
        adapter.request(
            minimal()
                .parameters(
                    OpenAiChatRequestParameters.builder()
                        .modelName("gpt-5")
                        .maxCompletionTokens(900)
                        .seed(7)
                        .reasoningEffort("low")
                        .build())
                .build());

    assertThat(request.provider()).isEqualTo("openai");
    assertThat(request.model()).isEqualTo("gpt-5");
    assertThat(request.maxTokens()).isEqualTo(900);
    assertThat(request.seed()).isEqualTo(7);
    assertThat(request.reasoningLevel()).isEqualTo("low");
  }

  @Test
  void leavesOutWhatTheRequestDoesNotSay() {
    LlmRequest request = adapter.request(minimal().build());

    assertThat(request.model()).isNull();
    assertThat(request.temperature()).isNull();
    assertThat(request.maxTokens()).isNull();
    assertThat(request.seed()).isNull();
    assertThat(request.reasoningLevel()).isNull();
    assertThat(request.outputType()).isNull();
    assertThat(request.stopSequences()).isEmpty();
    assertThat(request.tools()).isEmpty();
  }

  @Test
  void readsConversationWithToolResults() {
    server.replies(Reply.json(OpenAiResponses.TOOL_CALLS));
    AiMessage asking = model.chat(minimal().build()).aiMessage();
    ChatMessage result =
        ToolExecutionResultMessage.from(asking.toolExecutionRequests().get(0), "Two cases.");
    ChatMessage picture =
        UserMessage.from(
            TextContent.from("And this?"), ImageContent.from("https://example.org/scan.png"));

    assertThat(
            adapter
                .request(
                    ChatRequest.builder()
                        .messages(
                            SystemMessage.from("You are a clerk."),
                            UserMessage.from("What is a duty of care?"),
                            asking,
                            result,
                            picture)
                        .build())
                .messages())
        .containsExactly(
            LlmMessage.of("system", "You are a clerk."),
            LlmMessage.of("user", "What is a duty of care?"),
            new LlmMessage("assistant", null, CALLS, null),
            LlmMessage.toolResult("call_1", "Two cases."),
            LlmMessage.inParts(
                "user",
                List.of(
                    new LlmPart.Text("And this?"),
                    new LlmPart.Uri("image", null, "https://example.org/scan.png"))));
  }

  @Test
  void readsToolDefinitionsAsTheyAreSent() {
    ToolSpecification tool =
        ToolSpecification.builder()
            .name("case_search")
            .description("Searches cases.")
            .parameters(
                JsonObjectSchema.builder()
                    .addStringProperty("query", "What to look for.")
                    .required("query")
                    .build())
            .build();
    ChatRequest request = minimal().toolSpecifications(tool).build();
    server.replies(Reply.json(OpenAiResponses.TEXT));
    model.chat(request);

    LlmTool read = adapter.request(request).tools().get(0);

    assertThat(read.name()).isEqualTo("case_search");
    assertThat(read.description()).isEqualTo("Searches cases.");
    assertThat(read.parametersJson())
        .isEqualTo(
            "{\"type\":\"object\",\"properties\":{\"query\":{\"type\":\"string\","
                + "\"description\":\"What to look for.\"}},\"required\":[\"query\"]}");
    assertThat(server.requests().get(0).body().replaceAll("\\s", ""))
        .contains(read.parametersJson().replaceAll("\\s", ""));
  }

  @Test
  void readsAnswer() {
    server.replies(Reply.json(OpenAiResponses.TOOL_CALLS));

    LlmResponse response = adapter.response(model.chat(minimal().build()));

    assertThat(response.id()).isEqualTo("chatcmpl-1");
    assertThat(response.model()).isEqualTo("gpt-4.1-mini-2025-04-14");
    assertThat(response.finishReasons()).containsExactly("tool_execution");
    assertThat(response.usage()).isEqualTo(new TokenUsage(120L, 45L, 64L, null, 7L));
    assertThat(response.messages()).containsExactly(new LlmMessage("assistant", null, CALLS, null));
  }

  @Test
  void leavesOutWhatTheAnswerDoesNotSay() {
    LlmResponse response =
        adapter.response(ChatResponse.builder().aiMessage(AiMessage.from("Hello")).build());

    assertThat(response.id()).isNull();
    assertThat(response.model()).isNull();
    assertThat(response.finishReasons()).isEmpty();
    assertThat(response.usage()).isNull();
    assertThat(response.messages()).containsExactly(LlmMessage.of("assistant", "Hello"));
  }

  @Test
  void callsWithoutIdAreNotGivenOne() {
    AiMessage message =
        AiMessage.from(ToolExecutionRequest.builder().name("case_search").arguments("{}").build());

    assertThat(new AiMessageAdapter().response(message).messages())
        .containsExactly(LlmMessage.of("assistant", null));
  }

  @Test
  void readsAnswersInOtherWrappings() {
    var usage = new dev.langchain4j.model.output.TokenUsage(3, 4);
    LlmResponse response =
        new ResponseAdapter()
            .response(Response.from(AiMessage.from("Hello"), usage, FinishReason.LENGTH));
    LlmResponse result =
        new ResultAdapter()
            .response(
                Result.<String>builder()
                    .content("Hello")
                    .tokenUsage(usage)
                    .finishReason(FinishReason.STOP)
                    .build());

    assertThat(response.usage()).isEqualTo(TokenUsage.of(3, 4));
    assertThat(response.finishReasons()).containsExactly("length");
    assertThat(response.messages()).containsExactly(LlmMessage.of("assistant", "Hello"));
    assertThat(result.usage()).isEqualTo(TokenUsage.of(3, 4));
    assertThat(result.finishReasons()).containsExactly("stop");
    assertThat(result.messages()).containsExactly(LlmMessage.of("assistant", "Hello"));
  }

  @Test
  void hasTheProvidersErrorCode() {
    server.replies(
        Reply.json(429, OpenAiResponses.RATE_LIMITED),
        Reply.json(
            529, "{\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"\"}}"),
        Reply.json(429, "{\"error\":{\"code\":429,\"status\":\"RESOURCE_EXHAUSTED\"}}"),
        Reply.json(500, "<html>Bad gateway</html>"));

    assertThat(List.of(error(), error(), error()))
        .extracting(adapter::errorType)
        .containsExactly("rate_limit_exceeded", "overloaded_error", "RESOURCE_EXHAUSTED");
    assertThat(adapter.errorType(error())).isNull();
    assertThat(adapter.errorType(new IllegalStateException("no provider's"))).isNull();
  }

  private Throwable error() {
    return catchThrowable(() -> model.chat(minimal().build()));
  }

  private static ChatRequest.Builder minimal() {
    return ChatRequest.builder().messages(UserMessage.from("What is a duty of care?"));
  }
}
