package io.spanloom.internal.session;

import io.opentelemetry.api.trace.SpanContext;
import io.spanloom.internal.convention.SpanRole;
import org.jspecify.annotations.Nullable;

/**
 * A span that makes a level of {@link EnclosingSpans}.
 *
 * @param startsRun whether its end ends what it encloses
 */
record EnclosingSpan(
    SpanRole role,
    String name,
    SpanContext span,
    String parentId,
    @Nullable Totals totals,
    @Nullable AutoSteps steps,
    boolean startsRun) {}
