/** Calls measured by their thread's CPU time, woven and by hand in turn. */
@NullMarked
package io.spanloom.benchmarks.cpu;

import org.jspecify.annotations.NullMarked;
