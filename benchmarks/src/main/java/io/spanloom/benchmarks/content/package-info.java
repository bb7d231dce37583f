/** What it costs to record what calls were given and gave back. */
@NullMarked
package io.spanloom.benchmarks.content;

import org.jspecify.annotations.NullMarked;
