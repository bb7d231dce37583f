package io.spanloom.internal.capture;

import static io.spanloom.internal.capture.Captures.first;

import io.spanloom.internal.convention.Fact;
import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmResponse;
import io.spanloom.llm.TokenUsage;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A response as attributes and announcements tell it; an adapter completes what they leave out.
 * Messages are read once: see {@link ToldRequest}.
 */
public final class ToldResponse implements LlmResponse {

  public static final Set<Fact> FACTS =
      EnumSet.of(
          Fact.RESPONSE_ID,
          Fact.RESPONSE_MODEL,
          Fact.FINISH_REASONS,
          Fact.INPUT_TOKENS,
          Fact.OUTPUT_TOKENS,
          Fact.CACHE_READ_TOKENS,
          Fact.CACHE_WRITE_TOKENS,
          Fact.REASONING_TOKENS,
          Fact.AUDIO_INPUT_TOKENS,
          Fact.AUDIO_OUTPUT_TOKENS);

  private final Captures told;
  private final @Nullable LlmResponse adapted;
  private @Nullable List<LlmMessage> messages;

  public ToldResponse(Captures told, @Nullable LlmResponse adapted) {
    this.told = told;
    this.adapted = adapted;
  }

  @Override
  public @Nullable String id() {
    return first(told.text(Fact.RESPONSE_ID), adapted == null ? null : adapted.id());
  }

  @Override
  public @Nullable String model() {
    return first(told.text(Fact.RESPONSE_MODEL), adapted == null ? null : adapted.model());
  }

  @Override
  public List<String> finishReasons() {
    List<String> reasons = told.texts(Fact.FINISH_REASONS);
    return reasons.isEmpty() && adapted != null ? adapted.finishReasons() : reasons;
  }

  @Override
  public @Nullable String errorType() {
    return adapted == null ? null : adapted.errorType();
  }

  @Override
  public @Nullable TokenUsage usage() {
    TokenUsage known = adapted == null ? null : adapted.usage();
    if (!told.tellsAny(FACTS)) {
      return known;
    }
    TokenUsage usage =
        new TokenUsage(
            first(told.number(Fact.INPUT_TOKENS), known == null ? null : known.input()),
            first(told.number(Fact.OUTPUT_TOKENS), known == null ? null : known.output()),
            first(told.number(Fact.CACHE_READ_TOKENS), known == null ? null : known.cacheRead()),
            first(told.number(Fact.CACHE_WRITE_TOKENS), known == null ? null : known.cacheWrite()),
            first(told.number(Fact.REASONING_TOKENS), known == null ? null : known.reasoning()),
            first(told.number(Fact.AUDIO_INPUT_TOKENS), known == null ? null : known.audioInput()),
            first(
                told.number(Fact.AUDIO_OUTPUT_TOKENS), known == null ? null : known.audioOutput()));
    return usage.equals(TokenUsage.UNKNOWN) ? null : usage;
  }

  @Override
  public List<LlmMessage> messages() {
    if (messages == null) {
      messages = adapted == null ? told.announcedMessages() : adapted.messages();
    }
    return messages;
  }
}
