package io.spanloom.langchain4j;

import static io.spanloom.testing.SpanloomAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import io.spanloom.integrations.testing.OpenAiResponses;
import io.spanloom.integrations.testing.ReplayServer;
import io.spanloom.integrations.testing.Reply;
import io.spanloom.testing.RecordedSpans;
import io.spanloom.testing.SpanloomExtension;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A traced agent that talks to the endpoint through LangChain4j's client. */
@ExtendWith(SpanloomExtension.class)
class TracedChatTest {

  @AutoClose private final ReplayServer server = new ReplayServer();
  private final ChatModel model =
      OpenAiChatModel.builder()
          .baseUrl(server.url() + "/v1")
          .apiKey("test")
          .modelName("gpt-4.1-mini")
          .maxRetries(0)
          .build();
  private final Clerk clerk = new Clerk(model);

  @Test
  void toolsCarryTheIdsOfTheirToolCalls(RecordedSpans recorded) {
    server.replies(Reply.json(OpenAiResponses.TOOL_CALLS), Reply.json(OpenAiResponses.TEXT));

    clerk.answer("What is a duty of care?");

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
  void spansHaveWhatTheResponseHas(RecordedSpans recorded) {
    server.replies(Reply.json(OpenAiResponses.TOOL_CALLS), Reply.json(OpenAiResponses.TEXT));

    clerk.answer("What is a duty of care?");

    assertThat(recorded.trace())
        .hasRoot("invoke_agent clerk")
        .child("chat gpt-4.1-mini", 0)
        .hasAttribute("gen_ai.request.model", "gpt-4.1-mini")
        .hasAttribute("gen_ai.response.model", "gpt-4.1-mini-2025-04-14")
        .hasAttribute("gen_ai.response.id", "chatcmpl-1")
        .hasAttribute("gen_ai.response.finish_reasons", List.of("tool_execution"))
        .hasAttribute("gen_ai.usage.input_tokens", 120L)
        .hasAttribute("gen_ai.usage.output_tokens", 45L)
        .hasAttribute("gen_ai.usage.cache_read.input_tokens", 64L)
        .hasAttribute("llm.token_count.completion_details.reasoning", 7L)
        .hasAttribute("llm.cost.total");
  }

  @Test
  void messagesAloneAreAModelCallToo(RecordedSpans recorded) {
    server.replies(Reply.json(OpenAiResponses.TEXT));

    clerk.say("What is a duty of care?");

    assertThat(recorded.trace())
        .hasSpan("chat gpt-4.1-mini")
        .hasNoAttribute("gen_ai.usage.input_tokens");
  }

  @Test
  void errorsHaveTheProvidersCode(RecordedSpans recorded) {
    server.replies(Reply.json(429, OpenAiResponses.RATE_LIMITED));

    assertThatThrownBy(() -> clerk.answer("What is a duty of care?"))
        .isInstanceOf(RateLimitException.class);

    assertThat(recorded.trace()).hasSpan("chat gpt-4.1-mini").hasFailedWith("rate_limit_exceeded");
  }
}
