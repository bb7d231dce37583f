/** What tracing costs, beside hand-written OpenTelemetry code in the same run. */
@NullMarked
package io.spanloom.benchmarks;

import org.jspecify.annotations.NullMarked;
