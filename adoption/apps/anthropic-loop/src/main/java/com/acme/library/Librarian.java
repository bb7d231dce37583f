package com.acme.library;

import com.anthropic.client.AnthropicClient;
import com.anthropic.models.beta.messages.BetaContentBlock;
import com.anthropic.models.beta.messages.BetaMessage;
import com.anthropic.models.beta.messages.MessageCreateParams;
import io.spanloom.annotations.Agent;
import io.spanloom.annotations.SessionId;
import io.spanloom.annotations.Steps;

/** Leaves the loop to the SDK. */
final class Librarian {

  private final AnthropicClient client;

  Librarian(AnthropicClient client) {
    this.client = client;
  }

  @Agent(value = "librarian", steps = Steps.AUTO)
  String answer(@SessionId String reader, String question) {
    MessageCreateParams request =
        MessageCreateParams.builder()
            .model("claude-sonnet-4-20250514")
            .maxTokens(800)
            .addTool(FindBook.class)
            .addTool(ReserveBook.class)
            .addUserMessage(question)
            .build();
    StringBuilder answer = new StringBuilder();
    for (BetaMessage message : client.beta().messages().toolRunner(request)) {
      for (BetaContentBlock block : message.content()) {
        block.text().ifPresent(text -> answer.append(text.text()));
      }
    }
    return answer.toString();
  }
}
