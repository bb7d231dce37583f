package io.spanloom.weaver.blueprint;

import static java.util.Objects.requireNonNull;

import io.spanloom.weaver.model.SourceLocation;
import io.spanloom.weaver.model.SpanDefinition;
import org.jspecify.annotations.Nullable;

/**
 * A span that the program can open.
 *
 * @param id names the node within its blueprint: class, method and descriptor, or the run that
 *     opens a step
 * @param artifact the artifact it comes from
 * @param spanName the span's name; parts known only at run time are in braces
 * @param kind what the span stands for: {@code TOOL}, {@code AGENT}, {@code LLM} …
 * @param source where the method that opens it is written
 * @param toolCallIdSource how a tool finds its call id; null for other spans
 * @param span the method that opens the span and what it captures; null for the steps that a
 *     workflow or agent opens by itself
 */
public record SpanNode(
    String id,
    String artifact,
    String spanName,
    String kind,
    SourceLocation source,
    @Nullable ToolCallIdSource toolCallIdSource,
    @Nullable SpanDefinition span) {

  public SpanNode {
    requireNonNull(id, "a span lacks \"id\"");
    requireNonNull(artifact, "a span lacks \"artifact\"");
    requireNonNull(spanName, "a span lacks \"spanName\"");
    requireNonNull(kind, "a span lacks \"kind\"");
    requireNonNull(source, "a span lacks \"source\"");
  }

  /** The same span, with how it finds its call id. */
  SpanNode withToolCallIdSource(@Nullable ToolCallIdSource found) {
    return new SpanNode(id, artifact, spanName, kind, source, found, span);
  }
}
