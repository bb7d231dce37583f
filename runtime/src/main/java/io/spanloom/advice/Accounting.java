package io.spanloom.advice;

import static io.opentelemetry.api.common.AttributeKey.longKey;

import io.opentelemetry.api.common.AttributeKey;
import io.spanloom.convention.Fact;
import io.spanloom.convention.SpanRole;
import io.spanloom.cost.Cost;
import io.spanloom.cost.PriceTable;
import io.spanloom.llm.LlmRequest;
import io.spanloom.llm.LlmResponse;
import io.spanloom.llm.TokenUsage;
import org.jspecify.annotations.Nullable;

/** Adds what a call used and cost up: in its measurement and in the runs it is part of. */
final class Accounting {

  private static final AttributeKey<Long> DROPPED_CALLS = longKey("spanloom.tool_call.dropped");

  private Accounting() {}

  /** Accounts for a model call and says what it cost, as far as both are known. */
  static @Nullable Cost modelCall(Frame frame, @Nullable LlmResponse response) {
    TokenUsage usage = response == null ? null : response.usage();
    String model = response == null ? null : response.model();
    Cost cost = usage == null ? null : cost(frame, model, usage);
    Ancestry ancestry = frame.ancestry();
    if (ancestry != null) {
      ancestry.countModelCall(usage, cost);
    }
    frame.measurement().answered(model, usage, cost);
    return cost;
  }

  /** Accounts for embeddings: what they used and cost is part of the run, but no model call. */
  static @Nullable Cost embedding(Frame frame, @Nullable String model, @Nullable TokenUsage usage) {
    Long input = usage == null ? null : usage.input();
    Cost cost = input == null ? null : cost(frame, model, TokenUsage.of(input, 0));
    Ancestry ancestry = frame.ancestry();
    if (ancestry != null) {
      ancestry.countUsage(usage, cost);
    }
    frame.measurement().answered(model, usage, cost);
    return cost;
  }

  /** Accounts for a tool call, or closes the account of a workflow or agent. */
  static void call(Frame frame) {
    Ancestry ancestry = frame.ancestry();
    if (ancestry == null) {
      return;
    }
    SpanRole role = frame.spec().role();
    if (role == SpanRole.TOOL) {
      ancestry.countToolCall();
    }
    Totals own = role.isRun() ? ancestry.ownTotals() : null;
    if (own != null) {
      own.write(frame.writer());
      long dropped = ancestry.calls().dropped();
      frame.writer().put(DROPPED_CALLS, dropped == 0 ? null : Long.valueOf(dropped));
      if (role == SpanRole.AGENT) {
        frame.measurement().ran(own);
      }
    }
  }

  /** By the model that answered; a gateway may answer under a name of its own, hence the second. */
  private static @Nullable Cost cost(Frame frame, @Nullable String answered, TokenUsage usage) {
    PriceTable prices = frame.tracing().prices();
    Cost cost = prices.cost(answered, usage);
    return cost != null ? cost : prices.cost(requested(frame), usage);
  }

  private static @Nullable String requested(Frame frame) {
    LlmRequest request = frame.request();
    String told = frame.captures().text(Fact.MODEL);
    String model = told != null ? told : frame.spec().identity().model();
    return model == null && request != null ? request.model() : model;
  }
}
