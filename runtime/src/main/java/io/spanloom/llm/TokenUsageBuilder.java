package io.spanloom.llm;

import org.jspecify.annotations.Nullable;

/**
 * Puts a {@link TokenUsage} together; each method sets the figure of that name, {@code null} where
 * the provider does not say.
 */
public final class TokenUsageBuilder {

  private @Nullable Long input;
  private @Nullable Long output;
  private @Nullable Long cacheRead;
  private @Nullable Long cacheWrite;
  private @Nullable Long cacheWrite1h;
  private @Nullable Long reasoning;
  private @Nullable Long audioInput;
  private @Nullable Long audioCacheRead;
  private @Nullable Long audioOutput;
  private @Nullable Long imageInput;
  private @Nullable Long imageCacheRead;
  private @Nullable Long imageOutput;
  private @Nullable Long videoInput;
  private @Nullable Long videoOutput;

  TokenUsageBuilder() {}

  public TokenUsageBuilder input(@Nullable Long tokens) {
    input = tokens;
    return this;
  }

  public TokenUsageBuilder output(@Nullable Long tokens) {
    output = tokens;
    return this;
  }

  public TokenUsageBuilder cacheRead(@Nullable Long tokens) {
    cacheRead = tokens;
    return this;
  }

  public TokenUsageBuilder cacheWrite(@Nullable Long tokens) {
    cacheWrite = tokens;
    return this;
  }

  public TokenUsageBuilder cacheWrite1h(@Nullable Long tokens) {
    cacheWrite1h = tokens;
    return this;
  }

  public TokenUsageBuilder reasoning(@Nullable Long tokens) {
    reasoning = tokens;
    return this;
  }

  public TokenUsageBuilder audioInput(@Nullable Long tokens) {
    audioInput = tokens;
    return this;
  }

  public TokenUsageBuilder audioCacheRead(@Nullable Long tokens) {
    audioCacheRead = tokens;
    return this;
  }

  public TokenUsageBuilder audioOutput(@Nullable Long tokens) {
    audioOutput = tokens;
    return this;
  }

  public TokenUsageBuilder imageInput(@Nullable Long tokens) {
    imageInput = tokens;
    return this;
  }

  public TokenUsageBuilder imageCacheRead(@Nullable Long tokens) {
    imageCacheRead = tokens;
    return this;
  }

  public TokenUsageBuilder imageOutput(@Nullable Long tokens) {
    imageOutput = tokens;
    return this;
  }

  public TokenUsageBuilder videoInput(@Nullable Long tokens) {
    videoInput = tokens;
    return this;
  }

  public TokenUsageBuilder videoOutput(@Nullable Long tokens) {
    videoOutput = tokens;
    return this;
  }

  public TokenUsage build() {
    return new TokenUsage(
        input,
        output,
        cacheRead,
        cacheWrite,
        reasoning,
        audioInput,
        audioOutput,
        cacheWrite1h,
        audioCacheRead,
        imageInput,
        imageCacheRead,
        imageOutput,
        videoInput,
        videoOutput);
  }
}
