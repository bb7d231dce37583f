package io.spanloom.internal.toolcall;

import io.opentelemetry.api.trace.SpanContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a tool call was asked for.
 *
 * @param modelCall the span of the model call whose response holds the tool call
 * @param reasoning the innermost task span around that model call, or {@code null}
 * @param above the ids of the spans known to stand above {@code reasoning}
 * @param run the id of the innermost workflow or agent span around the model call, or {@code null}
 */
public record RequestOrigin(
    SpanContext modelCall,
    @Nullable SpanContext reasoning,
    List<String> above,
    @Nullable String run) {

  /** A model call of which only the span is known. */
  public static RequestOrigin of(SpanContext modelCall) {
    return new RequestOrigin(modelCall, null, List.of(), null);
  }

  /**
   * The span a tool belongs below when {@code lexicalParent} encloses its execution: the reasoning
   * that asked for it if it stands below that parent in the same trace, else {@code null}.
   */
  public @Nullable SpanContext parentBelow(SpanContext lexicalParent) {
    if (reasoning == null || !reasoning.getTraceId().equals(lexicalParent.getTraceId())) {
      return null;
    }
    return above.contains(lexicalParent.getSpanId()) ? reasoning : null;
  }
}
