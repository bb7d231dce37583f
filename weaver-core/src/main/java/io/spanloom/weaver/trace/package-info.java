/** Recorded traces: read from OTLP-JSON lines, joined to trees, and made sense of. */
@NullMarked
package io.spanloom.weaver.trace;

import org.jspecify.annotations.NullMarked;
