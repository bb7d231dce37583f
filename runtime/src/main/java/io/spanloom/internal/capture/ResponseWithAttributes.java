package io.spanloom.internal.capture;

import static io.spanloom.internal.capture.Captures.first;

import io.spanloom.internal.convention.SpanProperty;
import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmResponse;
import io.spanloom.llm.TokenUsage;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A response as attributes and announcements tell it; an adapter completes what they leave out.
 * Usage and messages are read once: see {@link RequestWithAttributes}.
 */
public final class ResponseWithAttributes implements LlmResponse {

  public static final Set<SpanProperty> PROPERTIES =
      EnumSet.of(
          SpanProperty.RESPONSE_ID,
          SpanProperty.RESPONSE_MODEL,
          SpanProperty.FINISH_REASONS,
          SpanProperty.INPUT_TOKENS,
          SpanProperty.OUTPUT_TOKENS,
          SpanProperty.CACHE_READ_TOKENS,
          SpanProperty.CACHE_WRITE_TOKENS,
          SpanProperty.REASONING_TOKENS,
          SpanProperty.AUDIO_INPUT_TOKENS,
          SpanProperty.AUDIO_OUTPUT_TOKENS);

  private final Captures captures;
  private final @Nullable LlmResponse adapted;
  private @Nullable TokenUsage usage;
  private boolean usageIsRead;
  private @Nullable List<LlmMessage> messages;

  public ResponseWithAttributes(Captures captures, @Nullable LlmResponse adapted) {
    this.captures = captures;
    this.adapted = adapted;
  }

  @Override
  public @Nullable String id() {
    return first(captures.text(SpanProperty.RESPONSE_ID), adapted == null ? null : adapted.id());
  }

  @Override
  public @Nullable String model() {
    return first(
        captures.text(SpanProperty.RESPONSE_MODEL), adapted == null ? null : adapted.model());
  }

  @Override
  public List<String> finishReasons() {
    List<String> reasons = captures.texts(SpanProperty.FINISH_REASONS);
    return reasons.isEmpty() && adapted != null ? adapted.finishReasons() : reasons;
  }

  @Override
  public @Nullable String errorType() {
    return adapted == null ? null : adapted.errorType();
  }

  @Override
  public @Nullable TokenUsage usage() {
    if (!usageIsRead) {
      usage = readUsage();
      usageIsRead = true;
    }
    return usage;
  }

  private @Nullable TokenUsage readUsage() {
    TokenUsage adaptedUsage = adapted == null ? null : adapted.usage();
    if (!captures.hasAny(PROPERTIES)) {
      return adaptedUsage;
    }
    TokenUsage known = adaptedUsage == null ? TokenUsage.UNKNOWN : adaptedUsage;
    TokenUsage completed =
        known.toBuilder()
            .input(first(captures.tokens(SpanProperty.INPUT_TOKENS), known.input()))
            .output(first(captures.tokens(SpanProperty.OUTPUT_TOKENS), known.output()))
            .cacheRead(first(captures.tokens(SpanProperty.CACHE_READ_TOKENS), known.cacheRead()))
            .cacheWrite(first(captures.tokens(SpanProperty.CACHE_WRITE_TOKENS), known.cacheWrite()))
            .reasoning(first(captures.tokens(SpanProperty.REASONING_TOKENS), known.reasoning()))
            .audioInput(first(captures.tokens(SpanProperty.AUDIO_INPUT_TOKENS), known.audioInput()))
            .audioOutput(
                first(captures.tokens(SpanProperty.AUDIO_OUTPUT_TOKENS), known.audioOutput()))
            .build();
    return completed.equals(TokenUsage.UNKNOWN) ? null : completed;
  }

  @Override
  public @Nullable String serviceTier() {
    return adapted == null ? null : adapted.serviceTier();
  }

  @Override
  public List<LlmMessage> messages() {
    if (messages == null) {
      messages = adapted == null ? captures.announcedMessages() : adapted.messages();
    }
    return messages;
  }
}
