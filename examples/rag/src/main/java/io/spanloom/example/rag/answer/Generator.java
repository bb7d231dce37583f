package io.spanloom.example.rag.answer;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.response.ChatResponse;
import io.spanloom.annotations.Attribute;
import io.spanloom.annotations.Task;
import io.spanloom.example.rag.model.ChatModel;

/** Has the model write the answer. */
final class Generator {

  private static final int MAX_TOKENS = 600;

  private static final String INSTRUCTIONS =
      """
      You answer questions about a software project from the passages of its documentation that \
      you are given, and from nothing else. End every sentence with the number of the passage it \
      comes from, such as [2]. If the passages do not answer the question, say so and cite nothing.
      Style: %s. %s
      """;

  private final ChatModel model;

  Generator(ChatModel model) {
    this.model = model;
  }

  @Task("generate")
  String generate(
      @Attribute(key = "app.context.passages", path = "passages.size()")
          @Attribute(key = "app.context.length", path = "length()")
          Context context,
      @Attribute(key = "app.answer.style", path = "label()") AnswerStyle style)
      throws NoAnswerException {
    ChatResponse response =
        model.complete(
            model
                .request(MAX_TOKENS)
                .messages(
                    SystemMessage.from(
                        INSTRUCTIONS.formatted(style.label(), style.instruction()).strip()),
                    UserMessage.from(prompt(context)))
                .build());
    String text = response.aiMessage().text();
    if (text == null || text.isBlank()) {
      throw new NoAnswerException(
          "The model returned no text, finish reason " + response.finishReason());
    }
    return text.strip();
  }

  private static String prompt(Context context) {
    return "Question: " + context.question() + "\n\n" + context.text();
  }
}
