package io.spanloom.internal.session;

import static io.opentelemetry.api.common.AttributeKey.doubleKey;
import static io.opentelemetry.api.common.AttributeKey.longKey;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.spanloom.cost.Cost;
import io.spanloom.internal.convention.AttributeSink;
import io.spanloom.internal.metric.Measured;
import io.spanloom.internal.metric.Metrics;
import io.spanloom.llm.TokenUsage;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The tokens and cost of all model calls and embeddings below a workflow or agent.
 *
 * <p>Recorded under keys of our own: backends add up the conventions' keys over a trace, and would
 * count every token again at each level.
 */
public final class Totals {

  private static final AttributeKey<Long> INPUT = longKey("spanloom.total.input_tokens");
  private static final AttributeKey<Long> OUTPUT = longKey("spanloom.total.output_tokens");
  private static final AttributeKey<Double> COST = doubleKey("spanloom.total.cost");
  private static final AttributeKey<Long> MODEL_CALLS = longKey("spanloom.total.inference_calls");
  private static final AttributeKey<Long> TOOL_CALLS = longKey("spanloom.total.tool_calls");

  private long input;
  private long output;
  private double cost;
  private boolean hasInput;
  private boolean hasOutput;
  private boolean hasCost;
  private long modelCalls;
  private final AtomicLong toolCalls = new AtomicLong();

  public synchronized void modelCall(@Nullable TokenUsage usage, @Nullable Cost price) {
    modelCalls++;
    used(usage, price);
  }

  public synchronized void used(@Nullable TokenUsage usage, @Nullable Cost price) {
    if (usage != null) {
      hasInput |= usage.input() != null;
      hasOutput |= usage.output() != null;
      input = sum(input, usage.input());
      output = sum(output, usage.output());
    }
    if (price != null) {
      hasCost = true;
      cost += price.total();
    }
  }

  /** Figures of no real call must not make a sum negative. */
  private static long sum(long tokens, @Nullable Long more) {
    long sum = tokens + (more == null ? 0 : more);
    return sum < tokens ? Long.MAX_VALUE : sum;
  }

  public void toolCall() {
    toolCalls.incrementAndGet();
  }

  public synchronized void measure(Metrics metrics, Measured run, Context context) {
    metrics.agentRun(run, modelCalls, toolCalls.get(), context);
  }

  public synchronized void write(AttributeSink out) {
    out.put(MODEL_CALLS, modelCalls);
    out.put(TOOL_CALLS, toolCalls.get());
    if (hasInput) {
      out.put(INPUT, input);
    }
    if (hasOutput) {
      out.put(OUTPUT, output);
    }
    if (hasCost) {
      out.put(COST, cost);
    }
  }
}
