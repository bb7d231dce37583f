package io.spanloom.springai;

import io.opentelemetry.context.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.messages.ToolResponseMessage;
import org.springframework.ai.chat.metadata.Usage;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.model.observation.ModelObservationContext;
import org.springframework.ai.model.tool.ToolCallingChatOptions;

/**
 * Knows which model calls belong to one tool loop: they share the options object.
 *
 * <p>In Spring AI 1 a model runs the loop itself, and copies the options for each question. Each
 * call reports the sum of all tokens so far. Calls that are not streamed follow each other. The
 * first call of a stream lasts until all is said, contains the others, and may come to report its
 * own tokens only.
 *
 * <p>In Spring AI 2, and in 1 where the options say so, somebody else runs the loop. Each call
 * reports its own tokens. Loops that have nothing to do with each other may share the options, so
 * that the ids of tool calls decide.
 */
final class ToolLoops {

  private final WeakIdentityMap<ChatOptions, ModelCall> calls = new WeakIdentityMap<>();
  private final WeakIdentityMap<ChatOptions, Usage> sums = new WeakIdentityMap<>();

  /** A call begins; {@code null} if it is part of one that is still open. */
  @Nullable ModelCall begin(Prompt prompt, ModelObservationContext<?, ?> observed) {
    ChatOptions options = prompt.getOptions();
    if (options == null) {
      return new ModelCall(Context.current(), observed, false);
    }
    if (modelRunsTools(options)) {
      ModelCall call = new ModelCall(Context.current(), observed, true);
      ModelCall stream = calls.putIfAbsent(options, call);
      if (stream != null) {
        stream.contains(observed);
      }
      return stream == null ? call : null;
    }
    ModelCall call = new ModelCall(caller(prompt, calls.get(options)), observed, false);
    calls.put(options, call);
    return call;
  }

  /** The call that asks for the tools of a response; {@code null} if it is over or unknown. */
  @Nullable ModelCall asking(Prompt prompt, ChatResponse response) {
    ChatOptions options = prompt.getOptions();
    ModelCall call = options == null ? null : calls.get(options);
    if (options == null || call == null || modelRunsTools(options)) {
      return call;
    }
    return call.asksFor(ChatMessages.toolCallIds(response)) ? call : null;
  }

  /** A call is over: the tokens of this call alone, or {@code null} if its response has them. */
  @Nullable Usage end(Prompt prompt, ModelCall call, @Nullable ChatResponse response) {
    ChatOptions options = prompt.getOptions();
    if (options == null) {
      return null;
    }
    boolean goesOn = response != null && response.hasToolCalls();
    if (!modelRunsTools(options)) {
      if (!goesOn) {
        calls.remove(options, call);
      }
      return null;
    }
    calls.remove(options, call);
    Usage before = sums.remove(options);
    if (response == null) {
      return null;
    }
    Usage sum = response.getMetadata().getUsage();
    if (goesOn) {
      sums.put(options, sum);
    }
    return before == null
        ? Usages.larger(sum, call.usageOfParts())
        : Usages.difference(sum, before);
  }

  /** A loop that continues on another thread, without a context, belongs where it began. */
  private static Context caller(Prompt prompt, @Nullable ModelCall before) {
    return before != null && before.asksFor(answeredToolCalls(prompt))
        ? before.currentOrCaller()
        : Context.current();
  }

  private static List<String> answeredToolCalls(Prompt prompt) {
    List<Message> messages = prompt.getInstructions();
    return !messages.isEmpty()
            && messages.get(messages.size() - 1) instanceof ToolResponseMessage results
        ? results.getResponses().stream().map(ToolResponseMessage.ToolResponse::id).toList()
        : List.of();
  }

  private static boolean modelRunsTools(ChatOptions options) {
    try {
      return ToolCallingChatOptions.isInternalToolExecutionEnabled(options);
    } catch (LinkageError newer) { // Spring AI 2: models do not run tools
      return false;
    }
  }
}
