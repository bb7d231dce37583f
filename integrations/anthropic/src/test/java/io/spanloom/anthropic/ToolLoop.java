package io.spanloom.anthropic;

import com.anthropic.client.AnthropicClient;
import com.anthropic.core.http.StreamResponse;
import com.anthropic.helpers.BetaRunnableTool;
import com.anthropic.models.beta.messages.BetaMessage;
import com.anthropic.models.beta.messages.BetaRawMessageStreamEvent;
import com.anthropic.models.beta.messages.BetaTool;
import com.anthropic.models.beta.messages.BetaToolResultBlockParam;
import com.anthropic.models.beta.messages.MessageCreateParams;
import io.spanloom.annotations.Agent;
import io.spanloom.annotations.Tool;

/** An agent that leaves the loop to the SDK. */
final class ToolLoop {

  private final AnthropicClient client;

  ToolLoop(AnthropicClient client) {
    this.client = client;
  }

  @Agent("clerk")
  int answer() {
    int turns = 0;
    for (BetaMessage message : client.beta().messages().toolRunner(question())) {
      turns += message.id().isEmpty() ? 0 : 1;
    }
    return turns;
  }

  @Agent("clerk")
  long answerStreaming() {
    long events = 0;
    for (StreamResponse<BetaRawMessageStreamEvent> turn :
        client.beta().messages().toolRunner(question()).streaming()) {
      try (turn) {
        events += turn.stream().count();
      }
    }
    return events;
  }

  /** Searches cases: the method of the same name as the tool shares its span. */
  @Tool("case_search")
  String search(String input) {
    return "Two cases on " + input;
  }

  private MessageCreateParams question() {
    return MessageCreateParams.builder()
        .model("claude-sonnet-4-20250514")
        .maxTokens(800)
        .addUserMessage("What is a duty of care?")
        .addTool(BetaRunnableTool.of(tool("case_search"), input -> text(search(input))))
        .addTool(
            BetaRunnableTool.of(
                tool("statute_lookup"),
                input -> {
                  throw new IllegalStateException("No such statute");
                }))
        .build();
  }

  private static BetaTool tool(String name) {
    return BetaTool.builder()
        .name(name)
        .description("A tool of the clerk's.")
        .inputSchema(BetaTool.InputSchema.builder().build())
        .build();
  }

  private static BetaToolResultBlockParam.Content text(String text) {
    return BetaToolResultBlockParam.Content.ofString(text);
  }
}
