package io.spanloom.example.legal.agent;

import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionMessage;
import io.spanloom.annotations.Agent;
import io.spanloom.annotations.Input;
import io.spanloom.annotations.SessionId;
import io.spanloom.annotations.Task;
import io.spanloom.annotations.UserId;
import io.spanloom.example.legal.model.ChatModel;
import org.jspecify.annotations.Nullable;

/**
 * Answers legal questions by asking the model, calling the tools it wants, and asking again, until
 * the model has an answer.
 */
public final class ResearchAgent {

  private final ChatModel model;
  private final Toolbox tools;
  private final int maxTurns;

  /**
   * An agent.
   *
   * @param maxTurns how often the model is asked before the agent gives up
   */
  public ResearchAgent(ChatModel model, Toolbox tools, int maxTurns) {
    this.model = model;
    this.tools = tools;
    this.maxTurns = maxTurns;
  }

  /**
   * Answers one question.
   *
   * @throws NoAnswerException when the model does not come to an end
   */
  @Agent(value = "legal_research", description = "Answers questions of law from cases and statutes")
  public String answer(@SessionId String sessionId, @UserId String userId, @Input String question)
      throws NoAnswerException {
    Conversation conversation = Conversation.begin(model, tools, question);
    for (int turn = 0; turn < maxTurns; turn++) {
      String answer = takeTurn(conversation);
      if (answer != null) {
        return answer;
      }
    }
    throw new NoAnswerException("The model still asked for tools after " + maxTurns + " turns");
  }

  /** One turn of the loop; the answer, or null while the model asks for tools. */
  @Task("reasoning")
  private @Nullable String takeTurn(Conversation conversation) throws NoAnswerException {
    ChatCompletion completion = model.complete(conversation.request());
    if (completion.choices().isEmpty()) {
      throw new NoAnswerException("The model returned no choice");
    }
    ChatCompletion.Choice choice = completion.choices().get(0);
    ChatCompletionMessage message = choice.message();
    conversation.add(message);
    if (message.toolCalls().isPresent() && !message.toolCalls().get().isEmpty()) {
      tools.callAll(message.toolCalls().get()).forEach(conversation::add);
      return null;
    }
    return message
        .content()
        .orElseThrow(
            () ->
                new NoAnswerException(
                    "The model returned neither text nor tool calls, finish reason "
                        + choice.finishReason().asString()));
  }
}
