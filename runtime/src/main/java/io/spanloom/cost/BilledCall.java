package io.spanloom.cost;

import io.spanloom.llm.TokenUsage;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One model call, as far as its price depends on it.
 *
 * @param provider who offers the model, one of the values of {@code gen_ai.provider.name}; {@code
 *     null} if that is not known
 * @param host the server that answered, by name; {@code null} if that is not known
 * @param model the model that answered
 * @param requestedModel the model asked for, whose price holds if a snapshot of it answered that
 *     the table does not list; {@code null} if that is not known
 * @param usage the tokens used
 * @param serviceTier the price class that the response states, in the provider's words: {@code
 *     flex}, {@code priority}, {@code batch}; {@code null} means the standard one
 * @param time when the call was made: prices change
 */
public record BilledCall(
    @Nullable String provider,
    @Nullable String host,
    String model,
    @Nullable String requestedModel,
    TokenUsage usage,
    @Nullable String serviceTier,
    Instant time) {

  public BilledCall {
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(usage, "usage");
    Objects.requireNonNull(time, "time");
  }

  /** A call of now, at the standard price of whoever the model's name stands for. */
  public static BilledCall of(String model, TokenUsage usage) {
    return new BilledCall(null, null, model, null, usage, null, Instant.now());
  }
}
