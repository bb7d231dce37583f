package io.spanloom.advice;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.spanloom.convention.Fact;
import io.spanloom.convention.SpanRole;
import io.spanloom.toolcall.Arguments;
import io.spanloom.toolcall.Correlation;
import io.spanloom.toolcall.Correlation.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Finds the provider's id of a tool call: handed over, or pending in the session; never made up.
 */
public final class ToolCallIds {

  /** The id of {@code ToolCalls.scope}; empty below the tool that took it. */
  private static final ContextKey<String> SCOPE = ContextKey.named("spanloom-tool-call-id");

  private ToolCallIds() {}

  /** A context in which the next tool executes the call with that id. */
  public static Context scope(Context context, String id) {
    return context.with(SCOPE, id);
  }

  static @Nullable Correlation correlate(
      Frame frame, Context lexical, @Nullable Ancestry ancestry) {
    if (frame.spec().role() != SpanRole.TOOL) {
      return null;
    }
    String explicit = explicitId(frame, lexical);
    if (explicit != null) {
      return ancestry == null
          ? new Correlation(explicit, Rule.EXPLICIT, null)
          : ancestry.calls().claim(explicit);
    }
    return ancestry == null
        ? null
        : ancestry.calls().claim(toolName(frame), ancestry.run(), arguments(frame));
  }

  /** The context below a tool: an id in scope was meant for the tool alone. */
  static Context consumed(Context context) {
    String id = context.get(SCOPE);
    return id == null || id.isEmpty() ? context : context.with(SCOPE, "");
  }

  private static @Nullable String explicitId(Frame frame, Context lexical) {
    String id = frame.toolCallId() != null ? frame.toolCallId() : lexical.get(SCOPE);
    return id == null || id.isEmpty() ? null : id;
  }

  private static Arguments arguments(Frame frame) {
    NamedValues arguments = frame.captures().arguments();
    return new Arguments(arguments.names(), arguments.values());
  }

  private static String toolName(Frame frame) {
    String dynamic = frame.captures().text(Fact.TOOL_NAME);
    return dynamic != null ? dynamic : frame.spec().identity().name();
  }
}
