/** Measured figures beside the bars they have to reach, as one table. */
@NullMarked
package io.spanloom.benchmarks.report;

import org.jspecify.annotations.NullMarked;
