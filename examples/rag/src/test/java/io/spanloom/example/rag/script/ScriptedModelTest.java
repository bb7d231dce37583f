package io.spanloom.example.rag.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.example.endpoint.ChatMessage;
import io.spanloom.example.endpoint.ChatRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What stands in for a model works from the prompt it is sent. */
class ScriptedModelTest {

  private static final String PASSAGES =
      """
      <passage number="1" source="a.md" heading="Ships">
      A ship floats. Its anchor is made of iron.

      ```
      drop(anchor)
      ```
      </passage>

      <passage number="2" source="b.md" heading="Kitchens">
      | tool | made of |
      |---|---|
      | pan | copper |
      | whisk | steel |
      </passage>
      """;

  @Test
  void quotesTheClosestStatementWithItsPassage() {
    assertThat(answer("fact", "What is an anchor made of?"))
        .isEqualTo("Its anchor is made of iron [1].");
    assertThat(answer("fact", "What is a whisk made of?"))
        .isEqualTo("tool: whisk; made of: steel [2].");
  }

  @Test
  void numbersStepsAndAddsCode() {
    assertThat(answer("steps", "How do I drop the anchor?"))
        .isEqualTo("1. Its anchor is made of iron [1].\n\n```\ndrop(anchor)\n```");
  }

  @Test
  void saysSoWhenThePassagesSayNothing() {
    assertThat(answer("explanation", "Why do cats purr?")).contains("do not answer");
  }

  private static String answer(String style, String question) {
    ChatMessage instructions = message("system", "Answer.\nStyle: " + style + ". Be brief.");
    ChatMessage prompt = message("user", "Question: " + question + "\n\n" + PASSAGES);
    return new ScriptedModel()
        .reply(new ChatRequest("m", List.of(instructions, prompt), List.of()))
        .text();
  }

  private static ChatMessage message(String role, String content) {
    return new ChatMessage(role, content, List.of(), "");
  }
}
