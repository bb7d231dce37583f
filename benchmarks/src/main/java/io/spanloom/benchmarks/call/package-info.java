/** The same calls, untraced, traced by hand and woven. */
@NullMarked
package io.spanloom.benchmarks.call;

import org.jspecify.annotations.NullMarked;
