package io.spanloom.internal.call;

import io.spanloom.internal.content.ContentPart;
import io.spanloom.internal.convention.Captured;
import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What calls are given, as content. */
public final class Inputs {

  private Inputs() {}

  /** Records what a call was given, where content is recorded. */
  public static void record(Call call) {
    ContentWriter.each(
        call,
        content -> {
          if (content.isAllowed()) {
            content.input(ofCall(content));
          }
        });
  }

  /** The last message of a request; without one, the arguments. */
  public static @Nullable Captured ofCall(ContentWriter content) {
    return of(content, content.call().captures().request(content.call().request()));
  }

  public static @Nullable Captured of(ContentWriter content, @Nullable LlmRequest request) {
    return request != null && hasMessages(request)
        ? lastMessage(content, request)
        : content.arguments();
  }

  /** What is said may be an argument of its own, beside a request that says how to answer. */
  private static boolean hasMessages(LlmRequest request) {
    return request.messages().stream().anyMatch(message -> !message.role().equals("system"));
  }

  /** It is an input as well as a message: hidden with either. */
  private static @Nullable Captured lastMessage(ContentWriter content, LlmRequest request) {
    List<LlmMessage> messages = request.messages();
    String text = messages.isEmpty() ? null : messages.get(messages.size() - 1).text();
    return text == null ? null : content.text(ContentPart.INPUT, ContentPart.INPUT_TEXT, text);
  }
}
