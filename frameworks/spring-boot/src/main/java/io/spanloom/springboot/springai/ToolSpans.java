package io.spanloom.springboot.springai;

import io.micrometer.observation.Observation;
import io.spanloom.Spans;
import io.spanloom.StartedSpan;
import io.spanloom.internal.weaving.TracedMethod;
import io.spanloom.internal.weaving.TracedModule;
import io.spanloom.internal.weaving.Weaving;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.tool.definition.ToolDefinition;
import org.springframework.ai.tool.observation.ToolCallingObservationContext;

/**
 * Spans of the tools that Spring AI runs and that are not woven: lambdas, those of MCP servers,
 * methods of other people's jars. A woven tool has a span already.
 */
final class ToolSpans implements SpanObservationHandler<ToolCallingObservationContext> {

  private static final String TOOL = "execute_tool ";

  private final Set<String> woven;

  private ToolSpans(Set<String> woven) {
    this.woven = woven;
  }

  /** Spans of the tools that no woven method of a class loader's is called like. */
  static ToolSpans of(ClassLoader loader) {
    Weaving weaving = new Weaving(loader);
    return new ToolSpans(
        TracedModule.find(loader).stream()
            .flatMap(module -> module.methods().stream())
            .filter(method -> method.span().startsWith(TOOL))
            .filter(weaving::isWoven)
            .map(TracedMethod::span)
            .collect(Collectors.toSet()));
  }

  @Override
  public boolean supportsContext(Observation.Context context) {
    return context instanceof ToolCallingObservationContext;
  }

  @Override
  public void onStart(ToolCallingObservationContext context) {
    ToolDefinition tool = context.getToolDefinition();
    if (!woven.contains(TOOL + tool.name())) {
      context.put(
          ToolSpans.class,
          Spans.tool(tool.name())
              .description(tool.description())
              .schema(tool.inputSchema())
              .arguments(context.getToolCallArguments())
              .start());
    }
  }

  @Override
  public void onStop(ToolCallingObservationContext context) {
    StartedSpan span = span(context);
    if (span == null) {
      return;
    }
    Throwable error = context.getError();
    if (error == null) {
      span.end(context.getToolCallResult());
    } else {
      span.fail(error);
    }
  }

  @Override
  public @Nullable StartedSpan span(ToolCallingObservationContext context) {
    return context.get(ToolSpans.class);
  }
}
