package io.spanloom.springai;

import io.opentelemetry.context.Context;
import java.lang.ref.WeakReference;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.metadata.DefaultUsage;
import org.springframework.ai.chat.metadata.Usage;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.chat.prompt.Prompt;

/**
 * Knows which model calls belong to one question: those that a model makes itself, with the results
 * of the tools it has run.
 *
 * <p>Such calls share the options object, which a model copies for each question. A streamed
 * question's first call lasts until all is said, and contains the others. Calls that are not
 * streamed follow each other on one thread, and each tells the tokens of those before it as well.
 */
final class CallsOfOneQuestion {

  private final Map<Object, OpenCall> open = Collections.synchronizedMap(new IdentityHashMap<>());

  @SuppressWarnings("ThreadLocalUsage") // as many as there are handlers: one
  private final ThreadLocal<@Nullable Answered> last = new ThreadLocal<>();

  /** A call begins; {@code null} if it is part of one that is still open. */
  @Nullable OpenCall begin(Prompt prompt) {
    OpenCall call = new OpenCall(Context.current());
    ChatOptions options = prompt.getOptions();
    return options == null || open.putIfAbsent(options, call) == null ? call : null;
  }

  /** The open call that a prompt belongs to, or {@code null}. */
  @Nullable OpenCall openCall(Prompt prompt) {
    ChatOptions options = prompt.getOptions();
    return options == null ? null : open.get(options);
  }

  /** A call is over: the tokens of this call alone, or {@code null} if those told are right. */
  @Nullable Usage end(Prompt prompt, @Nullable ChatResponse response) {
    ChatOptions options = prompt.getOptions();
    if (options == null) {
      return null;
    }
    open.remove(options);
    Answered before = last.get();
    last.remove();
    if (response == null) {
      return null;
    }
    Usage told = response.getMetadata().getUsage();
    if (response.hasToolCalls()) {
      last.set(new Answered(new WeakReference<>(options), told));
    }
    return before == null || before.options.get() != options
        ? null
        : difference(told, before.usage);
  }

  private static Usage difference(Usage told, Usage before) {
    return new DefaultUsage(
        known(told.getPromptTokens()) - known(before.getPromptTokens()),
        known(told.getCompletionTokens()) - known(before.getCompletionTokens()));
  }

  private static int known(@Nullable Integer tokens) {
    return tokens == null ? 0 : tokens;
  }

  /** A call that has not been answered in full. */
  static final class OpenCall {

    /** Where the question was asked. */
    final Context caller;

    /** Inside the call's span. */
    volatile Context inside;

    private OpenCall(Context caller) {
      this.caller = caller;
      this.inside = caller;
    }
  }

  private record Answered(WeakReference<ChatOptions> options, Usage usage) {}
}
