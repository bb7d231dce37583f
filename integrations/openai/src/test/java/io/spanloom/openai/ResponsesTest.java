package io.spanloom.openai;

import static io.spanloom.testing.SpanloomAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.JsonValue;
import com.openai.errors.RateLimitException;
import com.openai.models.Reasoning;
import com.openai.models.ReasoningEffort;
import com.openai.models.responses.EasyInputMessage;
import com.openai.models.responses.FunctionTool;
import com.openai.models.responses.ResponseCreateParams;
import com.openai.models.responses.ResponseFunctionToolCall;
import com.openai.models.responses.ResponseInputItem;
import com.openai.models.responses.WebSearchTool;
import io.spanloom.integrations.testing.ReplayServer;
import io.spanloom.integrations.testing.Reply;
import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmPart;
import io.spanloom.llm.LlmRequest;
import io.spanloom.llm.LlmTool;
import io.spanloom.llm.LlmToolCall;
import io.spanloom.testing.SpanloomExtension;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The responses endpoint, through the SDK and over HTTP. */
class ResponsesTest {

  @RegisterExtension static final SpanloomExtension spanloom = SpanloomExtension.create();

  @AutoClose private final ReplayServer server = new ReplayServer();

  @AutoClose("close")
  private final OpenAIClient client =
      OpenAIOkHttpClient.builder()
          .baseUrl(server.url() + "/v1")
          .apiKey("test")
          .maxRetries(0)
          .build();

  private final Librarian librarian = new Librarian(client);

  @Test
  void toolsCarryTheIdsOfTheirToolCalls() {
    server.replies(Reply.json(Replies.FUNCTION_CALLS), Reply.json(Replies.RESPONSE));

    librarian.answer("What is on the shelf?");

    assertThat(spanloom.trace())
        .everyToolHasItsCallId()
        .hasNoContent()
        .hasTree(
            """
            invoke_agent librarian
              chat gpt-5-mini
              execute_tool shelf_search
              execute_tool shelf_search
              chat gpt-5-mini
            """);
    assertThat(spanloom.trace())
        .hasRoot("invoke_agent librarian")
        .child("execute_tool shelf_search", 0)
        .hasToolCallId("call_1")
        .isLinkedTo("chat gpt-5-mini");
    assertThat(spanloom.trace())
        .hasRoot("invoke_agent librarian")
        .child("execute_tool shelf_search", 1)
        .hasToolCallId("call_2");
    assertThat(spanloom.trace())
        .hasRoot("invoke_agent librarian")
        .child("chat gpt-5-mini", 1)
        .hasAttribute("llm.input_messages.1.message.tool_calls.0.tool_call.id", "call_1")
        .hasAttribute("llm.input_messages.2.message.tool_call_id", "call_1")
        .hasAttribute("llm.input_messages.4.message.tool_call_id", "call_2");
  }

  @Test
  void figuresIncludeCachedAndReasoningTokens() {
    server.replies(Reply.json(Replies.FUNCTION_CALLS));

    librarian.respond(minimal().build());

    assertThat(spanloom.trace())
        .hasRoot("chat gpt-5-mini")
        .hasAttribute("gen_ai.response.id", "resp_1")
        .hasAttribute("gen_ai.response.model", "gpt-5-mini-2025-08-07")
        .hasAttribute("gen_ai.response.finish_reasons", List.of("completed"))
        .hasAttribute("gen_ai.usage.input_tokens", 220L)
        .hasAttribute("gen_ai.usage.output_tokens", 90L)
        .hasAttribute("gen_ai.usage.cache_read.input_tokens", 128L)
        .hasAttribute("gen_ai.usage.cache_creation.input_tokens", 16L)
        .hasAttribute("gen_ai.usage.reasoning.output_tokens", 64L)
        .hasAttribute("llm.cost.total");
  }

  @Test
  void anIncompleteResponseSaysWhy() {
    server.replies(Reply.json(Replies.INCOMPLETE));

    librarian.respond(minimal().build());

    assertThat(spanloom.trace())
        .hasRoot("chat gpt-5-mini")
        .hasNotFailed()
        .hasAttribute("gen_ai.response.finish_reasons", List.of("max_output_tokens"));
  }

  @Test
  void aFailedResponseIsAnErrorOfTheProvidersCode() {
    server.replies(Reply.json(Replies.FAILED));

    librarian.respond(minimal().build());

    assertThat(spanloom.trace())
        .hasRoot("chat gpt-5-mini")
        .hasFailedWith("server_error")
        .hasNoAttribute("gen_ai.usage.input_tokens");
  }

  @Test
  void errorsHaveTheProvidersCode() {
    server.replies(Reply.json(429, ChatCompletionAdapterTest.RATE_LIMITED));

    assertThatThrownBy(() -> librarian.respond(minimal().build()))
        .isInstanceOf(RateLimitException.class);

    assertThat(spanloom.trace()).hasRoot("chat gpt-5-mini").hasFailedWith("rate_limit_exceeded");
  }

  @Test
  void readsRequestParameters() {
    LlmRequest request =
        new ResponsesRequest(
            minimal()
                .instructions("Be brief.")
                .temperature(0.2)
                .topP(0.9)
                .maxOutputTokens(800)
                .reasoning(Reasoning.builder().effort(ReasoningEffort.LOW).build())
                .build());

    assertThat(request.provider()).isEqualTo("openai");
    assertThat(request.model()).isEqualTo("gpt-5-mini");
    assertThat(request.temperature()).isEqualTo(0.2);
    assertThat(request.topP()).isEqualTo(0.9);
    assertThat(request.maxTokens()).isEqualTo(800);
    assertThat(request.reasoningLevel()).isEqualTo("low");
    assertThat(request.outputType()).isNull();
    assertThat(request.messages())
        .containsExactly(LlmMessage.of("system", "Be brief."), LlmMessage.of("user", "A book?"));
  }

  @Test
  void leavesOutWhatTheRequestDoesNotSay() {
    LlmRequest request = new ResponsesRequest(ResponseCreateParams.builder().build());

    assertThat(request.model()).isNull();
    assertThat(request.temperature()).isNull();
    assertThat(request.maxTokens()).isNull();
    assertThat(request.reasoningLevel()).isNull();
    assertThat(request.messages()).isEmpty();
    assertThat(request.tools()).isEmpty();
  }

  @Test
  void readsToolDefinitions() {
    FunctionTool function =
        FunctionTool.builder()
            .name("shelf_search")
            .description("Searches shelves.")
            .strict(true)
            .parameters(
                FunctionTool.Parameters.builder()
                    .putAdditionalProperty("type", JsonValue.from("object"))
                    .build())
            .build();
    WebSearchTool web = WebSearchTool.builder().type(WebSearchTool.Type.of("web_search")).build();

    assertThat(new ResponsesRequest(minimal().addTool(function).addTool(web).build()).tools())
        .containsExactly(
            new LlmTool("shelf_search", "Searches shelves.", "{\"type\":\"object\"}"),
            new LlmTool("web_search", null, null));
  }

  /** What one response is made of comes back as one message. */
  @Test
  void aTurnIsOneMessage() {
    server.replies(Reply.json(Replies.FUNCTION_CALLS));
    List<LlmMessage> turn =
        new ResponsesResponse(client.responses().create(minimal().build())).messages();

    assertThat(turn)
        .containsExactly(
            LlmMessage.inParts(
                "assistant",
                List.of(
                    new LlmPart.Reasoning("rs_1", "Two shelves to look at.", null, null, false),
                    new LlmPart.Text("Let me look.")),
                List.of(
                    new LlmToolCall("call_1", "shelf_search", "{\"query\":\"shelf\"}"),
                    new LlmToolCall("call_2", "shelf_search", "{\"query\":\"shelf\"}")),
                ""));
    assertThat(turn.get(0).text()).isEqualTo("Let me look.");
  }

  @Test
  void aConversationIsReadTurnByTurn() {
    LlmToolCall call = new LlmToolCall("call_1", "shelf_search", "{}");

    assertThat(
            messages(
                message(EasyInputMessage.Role.USER, "A book?"),
                message(EasyInputMessage.Role.ASSISTANT, "Let me look."),
                functionCall(call),
                ResponseInputItem.ofFunctionCallOutput(
                    ResponseInputItem.FunctionCallOutput.builder()
                        .callId("call_1")
                        .output("Two.")
                        .build()),
                functionCall(call),
                message(EasyInputMessage.Role.ASSISTANT, "Walden."),
                message(EasyInputMessage.Role.ASSISTANT, "And Emma.")))
        .containsExactly(
            LlmMessage.of("user", "A book?"),
            new LlmMessage("assistant", "Let me look.", List.of(call), null),
            LlmMessage.toolResult("call_1", "Two."),
            new LlmMessage("assistant", null, List.of(call), null),
            LlmMessage.of("assistant", "Walden.\nAnd Emma."));
  }

  private static List<LlmMessage> messages(ResponseInputItem... items) {
    return new ResponsesRequest(
            ResponseCreateParams.builder().inputOfResponse(List.of(items)).build())
        .messages();
  }

  private static ResponseInputItem message(EasyInputMessage.Role role, String text) {
    return ResponseInputItem.ofEasyInputMessage(
        EasyInputMessage.builder().role(role).content(text).build());
  }

  private static ResponseInputItem functionCall(LlmToolCall call) {
    return ResponseInputItem.ofFunctionCall(
        ResponseFunctionToolCall.builder()
            .callId(call.id())
            .name(call.name())
            .arguments("{}")
            .build());
  }

  private static ResponseCreateParams.Builder minimal() {
    return ResponseCreateParams.builder().model("gpt-5-mini").input("A book?");
  }
}
