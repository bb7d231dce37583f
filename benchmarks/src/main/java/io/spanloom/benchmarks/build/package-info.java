/** What tracing adds to the time a build takes. */
@NullMarked
package io.spanloom.benchmarks.build;

import org.jspecify.annotations.NullMarked;
