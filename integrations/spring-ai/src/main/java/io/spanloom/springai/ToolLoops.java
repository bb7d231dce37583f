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
 * Knows which model calls belong to one tool loop.
 *
 * <p>In Spring AI 1 a model runs the loop itself. The calls share the options object, which the
 * model copies for each question, and each call reports the sum of all tokens so far. Calls that
 * are not streamed follow each other. The first call of a stream lasts until all is said, contains
 * the others, and may come to report its own tokens only.
 *
 * <p>In Spring AI 2, and in 1 where the options say so, somebody else runs the loop. Each call
 * reports its own tokens, and the ids of tool calls tell which loop it is part of. Options tell
 * nothing then: a model in Spring AI 2 has the same for all calls.
 */
final class ToolLoops {

  private final WeakIdentityMap<ChatOptions, ModelCall> loops = new WeakIdentityMap<>();
  private final WeakIdentityMap<ChatOptions, Usage> sums = new WeakIdentityMap<>();
  private final PendingToolCalls pending = new PendingToolCalls();

  /** A call begins; {@code null} if it is part of one that is still open. */
  @Nullable ModelCall begin(Prompt prompt, ModelObservationContext<?, ?> observed) {
    ChatOptions options = prompt.getOptions();
    if (options == null || !modelRunsTools(options)) {
      ModelCall before = pending.remove(toolResultIds(prompt));
      Context caller = before == null ? Context.current() : before.currentOrCaller();
      ModelCall call = new ModelCall(caller, observed, false);
      pending.begin(call);
      return call;
    }
    ModelCall call = new ModelCall(Context.current(), observed, true);
    ModelCall stream = loops.putIfAbsent(options, call);
    if (stream != null) {
      stream.contains(observed);
    }
    return stream == null ? call : null;
  }

  /** The call that asks for the tools of a response; {@code null} if it is over or unknown. */
  @Nullable ModelCall requestingCall(Prompt prompt, ChatResponse response) {
    ChatOptions options = prompt.getOptions();
    return options != null && modelRunsTools(options)
        ? loops.get(options)
        : pending.find(ChatMessages.toolCallIds(response));
  }

  /** A call is over: the tokens of this call alone, or {@code null} if its response has them. */
  @Nullable Usage end(Prompt prompt, ModelCall call, @Nullable ChatResponse response) {
    ChatOptions options = prompt.getOptions();
    if (options == null || !call.containsTools()) {
      pending.end(call, call.toolCallIds());
      return null;
    }
    loops.remove(options, call);
    Usage before = sums.remove(options);
    Usage sum = response == null ? null : response.getMetadata().getUsage();
    if (response == null || sum == null) {
      return null;
    }
    if (response.hasToolCalls()) {
      sums.put(options, sum);
    }
    return before == null
        ? Usages.larger(sum, call.usageOfParts())
        : Usages.difference(sum, before);
  }

  private static List<String> toolResultIds(Prompt prompt) {
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
