package io.spanloom.example.rag.judge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ResponseFormat;
import io.spanloom.annotations.Attribute;
import io.spanloom.annotations.Evaluation;
import io.spanloom.annotations.OpenInference;
import io.spanloom.example.rag.answer.Answer;
import io.spanloom.example.rag.model.ChatModel;
import java.util.ArrayList;
import java.util.List;

/** Asks the model whether the passages support an answer. */
public final class GroundednessJudge {

  /** To be raised with every change of the prompt. */
  private static final String PROMPT_VERSION = "groundedness/1";

  private static final int MAX_TOKENS = 400;

  private static final String INSTRUCTIONS =
      """
      You check answers. Go through the statements of the answer one by one and decide for each \
      whether the passages say so; what you know yourself does not count. Reply with JSON alone: \
      {"score": the part of the statements that the passages support, from 0 to 1, \
      "unsupported": [the statements that they do not support]}
      """;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ChatModel model;

  /** A judge that asks this model. */
  public GroundednessJudge(ChatModel model) {
    this.model = model;
  }

  /** Judges one answer. */
  @Evaluation("groundedness")
  @Attribute(key = OpenInference.LLM_PROMPT_TEMPLATE_VERSION, path = "promptVersion")
  public Verdict judge(Answer answer) {
    String reply =
        model
            .complete(
                model
                    .request(MAX_TOKENS)
                    .responseFormat(ResponseFormat.JSON)
                    .messages(
                        SystemMessage.from(INSTRUCTIONS.strip()), UserMessage.from(prompt(answer)))
                    .build())
            .aiMessage()
            .text();
    return read(reply);
  }

  private static String prompt(Answer answer) {
    return "Question: %s\n\n%s\n<answer>\n%s\n</answer>"
        .formatted(answer.context().question(), answer.context().text(), answer.text());
  }

  private static Verdict read(String reply) {
    try {
      JsonNode verdict = JSON.readTree(reply);
      List<String> unsupported = new ArrayList<>();
      verdict.path("unsupported").forEach(it -> unsupported.add(it.asText()));
      JsonNode score = verdict.path("score");
      if (score.isNumber() && score.asDouble() >= 0 && score.asDouble() <= 1) {
        return new Verdict(score.asDouble(), unsupported, PROMPT_VERSION);
      }
    } catch (JsonProcessingException malformed) {
      // said below
    }
    throw new IllegalStateException("The judge's reply has no score from 0 to 1");
  }
}
