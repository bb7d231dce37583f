package io.spanloom.internal.call;

import static io.opentelemetry.api.common.AttributeKey.longKey;

import io.opentelemetry.api.common.AttributeKey;

/** What calls give back, as content. */
public final class Outputs {

  /** How many items a result has. */
  public static final AttributeKey<Long> COUNT = longKey("spanloom.output.count");

  private Outputs() {}

  /** Records what a call gave back, where content is recorded. */
  public static void record(Call call) {
    Object result = call.result();
    if (result != null) {
      ContentWriter.each(call, content -> content.result(result));
    }
  }
}
