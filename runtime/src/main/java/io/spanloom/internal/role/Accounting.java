package io.spanloom.internal.role;

import io.spanloom.cost.BilledCall;
import io.spanloom.cost.Cost;
import io.spanloom.internal.call.Call;
import io.spanloom.internal.convention.Identity;
import io.spanloom.internal.convention.SpanProperty;
import io.spanloom.internal.session.EnclosingSpans;
import io.spanloom.llm.LlmRequest;
import io.spanloom.llm.LlmResponse;
import io.spanloom.llm.TokenUsage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Adds what a call used and cost up: in its measurement and in the runs it is part of. */
final class Accounting {

  private Accounting() {}

  /** Accounts for a model call and says what it cost, as far as both are known. */
  static @Nullable Cost modelCall(Call call, @Nullable LlmResponse response) {
    TokenUsage usage = response == null ? null : response.usage();
    String model = response == null ? null : response.model();
    Cost cost =
        response == null || usage == null ? null : cost(call, model, usage, response.serviceTier());
    TokenUsage counted = usage == null ? null : usage.plausible();
    EnclosingSpans enclosingSpans = call.enclosingSpans();
    if (enclosingSpans != null) {
      enclosingSpans.countModelCall(counted, cost);
    }
    call.measurement().answered(model, counted, cost);
    return cost;
  }

  /** Accounts for embeddings: what they used and cost is part of the run, but no model call. */
  static @Nullable Cost embedding(Call call, @Nullable String model, @Nullable TokenUsage usage) {
    Long input = usage == null ? null : usage.input();
    Cost cost = input == null ? null : cost(call, model, TokenUsage.of(input, 0), null);
    EnclosingSpans enclosingSpans = call.enclosingSpans();
    if (enclosingSpans != null) {
      enclosingSpans.countUsage(usage, cost);
    }
    call.measurement().answered(model, usage, cost);
    return cost;
  }

  /** By the model that answered: the one asked for may be an alias, or another one. */
  private static @Nullable Cost cost(
      Call call, @Nullable String answered, TokenUsage usage, @Nullable String serviceTier) {
    LlmRequest request = call.request();
    Identity identity = call.captures().identity(call.spec().identity(), request);
    String model = answered == null || answered.isBlank() ? identity.model() : answered;
    if (model == null) {
      return null;
    }
    String host = call.captures().text(SpanProperty.SERVER_ADDRESS);
    return call.tracing()
        .prices()
        .cost(
            new BilledCall(
                identity.provider(),
                host == null && request != null ? request.serverAddress() : host,
                model,
                identity.model(),
                usage,
                serviceTier,
                Instant.now()));
  }
}
