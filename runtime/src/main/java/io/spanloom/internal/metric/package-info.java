/** Metrics, and the count of Spanloom's own failures. */
@NullMarked
package io.spanloom.internal.metric;

import org.jspecify.annotations.NullMarked;
