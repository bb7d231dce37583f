package io.spanloom.langchain4j;

import static io.spanloom.testing.SpanloomAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.agentic.Agent;
import dev.langchain4j.agentic.AgenticServices;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.service.MemoryId;
import dev.langchain4j.service.UserMessage;
import dev.langchain4j.service.V;
import io.opentelemetry.api.trace.Span;
import io.spanloom.integrations.testing.OpenAiResponses;
import io.spanloom.integrations.testing.ReplayServer;
import io.spanloom.integrations.testing.Reply;
import io.spanloom.testing.RecordedSpans;
import io.spanloom.testing.SpanloomExtension;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Agents of the agentic module, over HTTP. */
@ExtendWith(SpanloomExtension.class)
class AgentSpansTest {

  /** Writes. */
  public interface Writer {

    @UserMessage("Write about {{topic}}")
    @Agent(name = "writer", outputKey = "draft", description = "Writes drafts")
    String write(@V("topic") String topic);
  }

  /** Edits. */
  public interface Editor {

    @UserMessage("Edit what was written about {{topic}}")
    @Agent(name = "editor", outputKey = "text", description = "Edits drafts")
    String edit(@V("topic") String topic);
  }

  /** Writes and edits. */
  public interface Newsroom {

    @Agent(name = "newsroom", outputKey = "text")
    String publish(@MemoryId String conversation, @V("topic") String topic);
  }

  @AutoClose private final ReplayServer server = new ReplayServer();

  @Test
  void sequentialAgentsAreSiblings(RecordedSpans recorded) {
    server.replies(Reply.json(OpenAiResponses.TOOL_CALLS));
    server.replies(Reply.json(OpenAiResponses.TEXT), Reply.json(OpenAiResponses.TEXT));
    Newsroom newsroom =
        AgenticServices.sequenceBuilder(Newsroom.class)
            .subAgents(writerWithTools(), editor())
            .listener(TracedAgents.listener())
            .build();

    assertThat(newsroom.publish("talk-7", "duty of care")).isEqualTo("A duty not to harm.");

    assertThat(recorded.trace())
        .everyToolHasItsCallId()
        .hasNoContent()
        .hasTree(
            """
            invoke_agent newsroom
              invoke_agent writer
                chat gpt-4.1-mini
                execute_tool case_search
                execute_tool case_search
                execute_tool statute_lookup ERROR
                chat gpt-4.1-mini
              invoke_agent editor
                chat gpt-4.1-mini
            """);
    assertThat(recorded.trace())
        .hasRoot("invoke_agent newsroom")
        .hasAttribute("session.id", "talk-7")
        .child("invoke_agent editor")
        .hasAttribute("session.id", "talk-7");
    assertThat(Span.current().getSpanContext().isValid()).isFalse();
  }

  @Test
  void parallelAgentsBelongToTheAgentThatInvokesThem(RecordedSpans recorded) {
    server.replies(Reply.json(OpenAiResponses.TEXT), Reply.json(OpenAiResponses.TEXT));
    ExecutorService threads = Executors.newFixedThreadPool(2);
    Newsroom newsroom =
        AgenticServices.parallelBuilder(Newsroom.class)
            .subAgents(writer(false), editor())
            .executor(threads)
            .listener(TracedAgents.listener())
            .build();

    newsroom.publish("talk-8", "duty of care");
    threads.shutdown();

    assertThat(recorded.trace())
        .hasRoot("invoke_agent newsroom")
        .child("invoke_agent writer")
        .child("chat gpt-4.1-mini");
    assertThat(recorded.trace())
        .hasRoot("invoke_agent newsroom")
        .child("invoke_agent editor")
        .child("chat gpt-4.1-mini");
    assertThat(recorded.spans()).hasSize(5);
  }

  @Test
  void anAsynchronousAgentBelongsToTheAgentThatInvokesIt(RecordedSpans recorded) {
    server.replies(Reply.json(OpenAiResponses.TEXT), Reply.json(OpenAiResponses.TEXT));
    Newsroom newsroom =
        AgenticServices.sequenceBuilder(Newsroom.class)
            .subAgents(writer(true), editor())
            .output(scope -> scope.readState("draft", "") + scope.readState("text", ""))
            .listener(TracedAgents.listener())
            .build();

    newsroom.publish("talk-9", "duty of care");

    assertThat(recorded.trace())
        .hasRoot("invoke_agent newsroom")
        .child("invoke_agent writer")
        .child("chat gpt-4.1-mini");
    assertThat(recorded.spans()).hasSize(5);
  }

  @Test
  void nestedWorkflowsNest(RecordedSpans recorded) {
    server.replies(Reply.json(OpenAiResponses.TEXT), Reply.json(OpenAiResponses.TEXT));
    Object drafts =
        AgenticServices.loopBuilder()
            .name("drafts")
            .subAgents(writer(false))
            .maxIterations(2)
            .build();
    Newsroom newsroom =
        AgenticServices.sequenceBuilder(Newsroom.class)
            .subAgents(drafts)
            .output(scope -> scope.readState("draft"))
            .listener(TracedAgents.listener())
            .build();

    newsroom.publish("talk-10", "duty of care");

    assertThat(recorded.trace())
        .hasTree(
            """
            invoke_agent newsroom
              invoke_agent drafts
                invoke_agent writer
                  chat gpt-4.1-mini
                invoke_agent writer
                  chat gpt-4.1-mini
            """);
  }

  @Test
  void anAgentThatFailsEndsAllAroundIt(RecordedSpans recorded) {
    server.replies(Reply.json(429, OpenAiResponses.RATE_LIMITED));
    Newsroom newsroom =
        AgenticServices.sequenceBuilder(Newsroom.class)
            .subAgents(writer(false), editor())
            .listener(TracedAgents.listener())
            .build();

    assertThatThrownBy(() -> newsroom.publish("talk-11", "duty of care")).isNotNull();

    assertThat(recorded.trace())
        .hasTree(
            """
            invoke_agent newsroom ERROR
              invoke_agent writer ERROR
                chat gpt-4.1-mini ERROR
            """);
    assertThat(Span.current().getSpanContext().isValid()).isFalse();
  }

  @Test
  void aScopeOfItsOwnIsNoSession(RecordedSpans recorded) {
    server.replies(Reply.json(OpenAiResponses.TEXT));

    AgenticServices.sequenceBuilder()
        .name("untyped")
        .subAgents(writer(false))
        .outputKey("draft")
        .listener(TracedAgents.listener())
        .build()
        .invoke(Map.of("topic", "duty of care"));

    assertThat(recorded.trace()).hasRoot("invoke_agent untyped").hasNoAttribute("session.id");
  }

  private Writer writer(boolean async) {
    return AgenticServices.agentBuilder(Writer.class)
        .chatModel(model())
        .async(async)
        .outputKey("draft")
        .build();
  }

  private Writer writerWithTools() {
    return AgenticServices.agentBuilder(Writer.class)
        .chatModel(model())
        .tools(new Statutes())
        .outputKey("draft")
        .build();
  }

  private Editor editor() {
    return AgenticServices.agentBuilder(Editor.class).chatModel(model()).outputKey("text").build();
  }

  private ChatModel model() {
    return Traced.chatModel(
        OpenAiChatModel.builder()
            .baseUrl(server.url() + "/v1")
            .apiKey("test")
            .modelName("gpt-4.1-mini")
            .maxRetries(0)
            .build());
  }
}
