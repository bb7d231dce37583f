package io.spanloom.langchain4j;

import static io.spanloom.testing.SpanloomAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.TokenUsage;
import io.spanloom.annotations.Agent;
import io.spanloom.annotations.LlmCall;
import io.spanloom.annotations.Task;
import io.spanloom.testing.SpanloomExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A model that is traced twice is told of once. */
class OneSpanTest {

  @RegisterExtension static final SpanloomExtension spanloom = SpanloomExtension.create();

  private final ChatModel model =
      Traced.chatModel(
          new ChatModel() {
            @Override
            public ChatResponse doChat(ChatRequest request) {
              return ChatResponse.builder()
                  .aiMessage(AiMessage.from("Hi"))
                  .modelName("gpt-4.1-mini")
                  .tokenUsage(new TokenUsage(10, 5))
                  .build();
            }
          });

  @Test
  void theAnnotatedMethodHasTheSpan() {
    ask(ChatRequest.builder().messages(UserMessage.from("Hello")).build());

    assertThat(spanloom.trace()).hasTree("chat\n");
    assertThat(spanloom.trace())
        .hasRoot("chat")
        .hasAttribute("gen_ai.usage.input_tokens", 10L)
        .hasAttribute("llm.cost.total");
  }

  @Test
  void aTracedModelTracedAgainHasOne() {
    Traced.chatModel(model).chat("Hello");

    assertThat(spanloom.trace()).hasTree("chat\n");
  }

  @Test
  void otherMethodsHaveNoneOfTheCalls() {
    answer("Hello");

    assertThat(spanloom.trace())
        .hasTree(
            """
            invoke_agent answer
              plan
                chat
              chat
            """);
  }

  /** The method does not know what is asked; the model's own span does. */
  @Test
  void aMethodWithoutRequestKeepsTheModelsSpan() {
    askText("Hello");

    assertThat(spanloom.trace()).hasTree("chat\n  chat\n");
  }

  @LlmCall
  ChatResponse ask(ChatRequest request) {
    return model.chat(request);
  }

  @LlmCall
  String askText(String question) {
    return model.chat(question);
  }

  @Agent
  void answer(String question) {
    plan(question);
    ask(ChatRequest.builder().messages(UserMessage.from(question)).build());
  }

  @Task("plan")
  void plan(String question) {
    model.chat(question);
  }
}
