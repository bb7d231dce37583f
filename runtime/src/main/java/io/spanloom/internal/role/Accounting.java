package io.spanloom.internal.role;

import io.spanloom.cost.Cost;
import io.spanloom.cost.PriceTable;
import io.spanloom.internal.call.Call;
import io.spanloom.internal.convention.SpanProperty;
import io.spanloom.internal.session.EnclosingSpans;
import io.spanloom.llm.LlmRequest;
import io.spanloom.llm.LlmResponse;
import io.spanloom.llm.TokenUsage;
import org.jspecify.annotations.Nullable;

/** Adds what a call used and cost up: in its measurement and in the runs it is part of. */
final class Accounting {

  private Accounting() {}

  /** Accounts for a model call and says what it cost, as far as both are known. */
  static @Nullable Cost modelCall(Call call, @Nullable LlmResponse response) {
    TokenUsage usage = response == null ? null : response.usage();
    String model = response == null ? null : response.model();
    Cost cost = usage == null ? null : cost(call, model, usage);
    EnclosingSpans enclosingSpans = call.enclosingSpans();
    if (enclosingSpans != null) {
      enclosingSpans.countModelCall(usage, cost);
    }
    call.measurement().answered(model, usage, cost);
    return cost;
  }

  /** Accounts for embeddings: what they used and cost is part of the run, but no model call. */
  static @Nullable Cost embedding(Call call, @Nullable String model, @Nullable TokenUsage usage) {
    Long input = usage == null ? null : usage.input();
    Cost cost = input == null ? null : cost(call, model, TokenUsage.of(input, 0));
    EnclosingSpans enclosingSpans = call.enclosingSpans();
    if (enclosingSpans != null) {
      enclosingSpans.countUsage(usage, cost);
    }
    call.measurement().answered(model, usage, cost);
    return cost;
  }

  /** By the model that answered; a gateway may answer under a name of its own, hence the second. */
  private static @Nullable Cost cost(Call call, @Nullable String answered, TokenUsage usage) {
    PriceTable prices = call.tracing().prices();
    Cost cost = prices.cost(answered, usage);
    return cost != null ? cost : prices.cost(requested(call), usage);
  }

  private static @Nullable String requested(Call call) {
    LlmRequest request = call.request();
    String captured = call.captures().text(SpanProperty.MODEL);
    String model = captured != null ? captured : call.spec().identity().model();
    return model == null && request != null ? request.model() : model;
  }
}
