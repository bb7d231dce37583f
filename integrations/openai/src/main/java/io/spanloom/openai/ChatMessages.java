package io.spanloom.openai;

import com.openai.models.chat.completions.ChatCompletionAssistantMessageParam;
import com.openai.models.chat.completions.ChatCompletionContentPart;
import com.openai.models.chat.completions.ChatCompletionContentPartText;
import com.openai.models.chat.completions.ChatCompletionDeveloperMessageParam;
import com.openai.models.chat.completions.ChatCompletionFunctionMessageParam;
import com.openai.models.chat.completions.ChatCompletionMessageParam;
import com.openai.models.chat.completions.ChatCompletionMessageToolCall;
import com.openai.models.chat.completions.ChatCompletionSystemMessageParam;
import com.openai.models.chat.completions.ChatCompletionToolMessageParam;
import com.openai.models.chat.completions.ChatCompletionUserMessageParam;
import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmToolCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * Reads the messages of a conversation.
 *
 * <p>Of a message in parts the text is taken; images, audio and files are not.
 */
final class ChatMessages {

  private ChatMessages() {}

  static LlmMessage read(ChatCompletionMessageParam message) {
    return message.accept(new Reader());
  }

  /** The tool calls of an assistant's message, custom ones (whose input is free text) included. */
  static List<LlmToolCall> toolCalls(Optional<List<ChatCompletionMessageToolCall>> toolCalls) {
    List<LlmToolCall> read = new ArrayList<>();
    for (ChatCompletionMessageToolCall call : toolCalls.orElse(List.of())) {
      if (call.isFunction()) {
        var function = call.asFunction();
        read.add(
            new LlmToolCall(
                function.id(), function.function().name(), function.function().arguments()));
      } else if (call.isCustom()) {
        var custom = call.asCustom();
        read.add(new LlmToolCall(custom.id(), custom.custom().name(), custom.custom().input()));
      }
    }
    return read;
  }

  private static String text(ChatCompletionAssistantMessageParam.Content content) {
    if (content.isText()) {
      return content.asText();
    }
    StringJoiner text = new StringJoiner("\n");
    content
        .asArrayOfContentParts()
        .forEach(part -> part.text().ifPresent(textPart -> text.add(textPart.text())));
    return text.toString();
  }

  private static String texts(List<ChatCompletionContentPartText> parts) {
    StringJoiner text = new StringJoiner("\n");
    parts.forEach(part -> text.add(part.text()));
    return text.toString();
  }

  private static String parts(List<ChatCompletionContentPart> parts) {
    StringJoiner text = new StringJoiner("\n");
    parts.forEach(part -> part.text().ifPresent(textPart -> text.add(textPart.text())));
    return text.toString();
  }

  /** Reads a message of any role. */
  @SuppressWarnings("deprecation") // function messages are, but users may still send them
  private static final class Reader implements ChatCompletionMessageParam.Visitor<LlmMessage> {

    @Override
    public LlmMessage visitDeveloper(ChatCompletionDeveloperMessageParam developer) {
      var content = developer.content();
      return LlmMessage.of(
          "developer", content.text().orElseGet(() -> texts(content.asArrayOfContentParts())));
    }

    @Override
    public LlmMessage visitSystem(ChatCompletionSystemMessageParam system) {
      var content = system.content();
      return LlmMessage.of(
          "system", content.text().orElseGet(() -> texts(content.asArrayOfContentParts())));
    }

    @Override
    public LlmMessage visitUser(ChatCompletionUserMessageParam user) {
      var content = user.content();
      return LlmMessage.of(
          "user", content.text().orElseGet(() -> parts(content.asArrayOfContentParts())));
    }

    @Override
    public LlmMessage visitAssistant(ChatCompletionAssistantMessageParam assistant) {
      return new LlmMessage(
          "assistant",
          assistant.content().map(ChatMessages::text).orElse(null),
          toolCalls(assistant.toolCalls()),
          null);
    }

    @Override
    public LlmMessage visitTool(ChatCompletionToolMessageParam tool) {
      var content = tool.content();
      return LlmMessage.toolResult(
          tool.toolCallId(),
          content.text().orElseGet(() -> texts(content.asArrayOfContentParts())));
    }

    @Override
    public LlmMessage visitFunction(ChatCompletionFunctionMessageParam function) {
      return LlmMessage.of("function", function.content().orElse(null));
    }
  }
}
