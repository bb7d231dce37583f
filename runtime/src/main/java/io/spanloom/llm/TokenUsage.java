package io.spanloom.llm;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The tokens one model call used; {@code null} means the provider does not say.
 *
 * <p>Whatever a provider sends may be given here: what cannot be right is neither recorded nor
 * priced (see {@link #plausible}).
 *
 * @param input input tokens, those read from or written to a cache included (GenAI conventions)
 * @param output output tokens, those spent on reasoning included
 * @param cacheRead the part of {@code input} that was read from the provider's cache
 * @param cacheWrite the part of {@code input} that was written to the provider's cache
 * @param reasoning the part of {@code output} that was spent on reasoning
 * @param audioInput the part of {@code input} that was audio
 * @param audioOutput the part of {@code output} that was audio
 * @param cacheWrite1h the part of {@code cacheWrite} that is kept for an hour instead of minutes
 * @param audioCacheRead the part of {@code audioInput} that was read from the cache
 * @param imageInput the part of {@code input} that was images
 * @param imageCacheRead the part of {@code imageInput} that was read from the cache
 * @param imageOutput the part of {@code output} that was images
 * @param videoInput the part of {@code input} that was video
 * @param videoOutput the part of {@code output} that was video
 */
public record TokenUsage(
    @Nullable Long input,
    @Nullable Long output,
    @Nullable Long cacheRead,
    @Nullable Long cacheWrite,
    @Nullable Long reasoning,
    @Nullable Long audioInput,
    @Nullable Long audioOutput,
    @Nullable Long cacheWrite1h,
    @Nullable Long audioCacheRead,
    @Nullable Long imageInput,
    @Nullable Long imageCacheRead,
    @Nullable Long imageOutput,
    @Nullable Long videoInput,
    @Nullable Long videoOutput) {

  /** No call comes near: the largest contexts hold ten million tokens. */
  private static final long MAX = 1_000_000_000;

  /** Usage of which nothing is known. */
  public static final TokenUsage UNKNOWN = new TokenUsage(null, null, null, null, null);

  /** A figure that is there but is no count of tokens: neither recorded nor priced. */
  public static final long UNREADABLE = -1;

  /** Usage without figures for images, video, and how long caches keep. */
  public TokenUsage(
      @Nullable Long input,
      @Nullable Long output,
      @Nullable Long cacheRead,
      @Nullable Long cacheWrite,
      @Nullable Long reasoning,
      @Nullable Long audioInput,
      @Nullable Long audioOutput) {
    this(
        input,
        output,
        cacheRead,
        cacheWrite,
        reasoning,
        audioInput,
        audioOutput,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /** Usage without figures for audio. */
  public TokenUsage(
      @Nullable Long input,
      @Nullable Long output,
      @Nullable Long cacheRead,
      @Nullable Long cacheWrite,
      @Nullable Long reasoning) {
    this(input, output, cacheRead, cacheWrite, reasoning, null, null);
  }

  /** Usage of which only the two main figures are known. */
  public static TokenUsage of(long input, long output) {
    return new TokenUsage(input, output, null, null, null);
  }

  /**
   * A figure as a provider sends it: {@code null} if there is none, {@link #UNREADABLE} if it is a
   * text, a fraction, or too large to be right.
   */
  public static @Nullable Long figure(@Nullable Object sent) {
    if (sent == null) {
      return null;
    }
    double count = sent instanceof Number number ? number.doubleValue() : UNREADABLE;
    return count == Math.rint(count) && count >= 0 && count <= MAX
        ? ((Number) sent).longValue()
        : UNREADABLE;
  }

  /** What figures add up to; {@code null} if there is none, unreadable if one of them is. */
  public static @Nullable Long sum(@Nullable Long... figures) {
    Long sum = null;
    for (Long each : figures) {
      if (each != null) {
        long before = sum == null ? 0 : sum;
        boolean readable = each >= 0 && before >= 0 && each <= MAX && before + each <= MAX;
        sum = readable ? before + each : UNREADABLE;
      }
    }
    return sum;
  }

  /** Usage that is put together figure by figure. */
  public static TokenUsageBuilder builder() {
    return new TokenUsageBuilder();
  }

  /** A copy that can be changed. */
  public TokenUsageBuilder toBuilder() {
    return new TokenUsageBuilder()
        .input(input)
        .output(output)
        .cacheRead(cacheRead)
        .cacheWrite(cacheWrite)
        .cacheWrite1h(cacheWrite1h)
        .reasoning(reasoning)
        .audioInput(audioInput)
        .audioCacheRead(audioCacheRead)
        .audioOutput(audioOutput)
        .imageInput(imageInput)
        .imageCacheRead(imageCacheRead)
        .imageOutput(imageOutput)
        .videoInput(videoInput)
        .videoOutput(videoOutput);
  }

  /** All tokens together, or {@code null} if either main figure is unknown. */
  public @Nullable Long total() {
    return input == null || output == null ? null : input + output;
  }

  /**
   * This usage without the figures that cannot be right: those below zero or beyond a thousand
   * million, and parts that are larger than what they are part of. The very same object if all can
   * be right.
   */
  public TokenUsage plausible() {
    Long read = part(cacheRead, input);
    Long write = part(cacheWrite, input);
    boolean cacheFits = input == null || read == null || write == null || read + write <= input;
    TokenUsage plausible =
        new TokenUsage(
            known(input),
            known(output),
            cacheFits ? read : null,
            cacheFits ? write : null,
            part(reasoning, output),
            part(audioInput, input),
            part(audioOutput, output),
            cacheFits ? part(cacheWrite1h, cacheWrite == null ? input : cacheWrite) : null,
            part(part(audioCacheRead, audioInput), cacheRead),
            part(imageInput, input),
            part(part(imageCacheRead, imageInput), cacheRead),
            part(imageOutput, output),
            part(videoInput, input),
            part(videoOutput, output));
    return hasFiguresOf(plausible) ? this : plausible;
  }

  /** Whether all figures can be right. A usage that contradicts itself has no price. */
  public boolean isPlausible() {
    return hasFiguresOf(plausible());
  }

  /** Compared one by one: what records compare themselves by takes long to begin with. */
  private boolean hasFiguresOf(TokenUsage other) {
    return Objects.equals(input, other.input)
        && Objects.equals(output, other.output)
        && Objects.equals(cacheRead, other.cacheRead)
        && Objects.equals(cacheWrite, other.cacheWrite)
        && Objects.equals(reasoning, other.reasoning)
        && Objects.equals(audioInput, other.audioInput)
        && Objects.equals(audioOutput, other.audioOutput)
        && Objects.equals(cacheWrite1h, other.cacheWrite1h)
        && Objects.equals(audioCacheRead, other.audioCacheRead)
        && Objects.equals(imageInput, other.imageInput)
        && Objects.equals(imageCacheRead, other.imageCacheRead)
        && Objects.equals(imageOutput, other.imageOutput)
        && Objects.equals(videoInput, other.videoInput)
        && Objects.equals(videoOutput, other.videoOutput);
  }

  private static @Nullable Long known(@Nullable Long tokens) {
    return tokens == null || tokens < 0 || tokens > MAX ? null : tokens;
  }

  /** Of a whole that is unreadable no part can be trusted either. */
  private static @Nullable Long part(@Nullable Long tokens, @Nullable Long whole) {
    Long known = known(tokens);
    boolean fits = known == null || whole == null || (known(whole) != null && known <= whole);
    return fits ? known : null;
  }
}
