/** What a call costs late in a long session. */
@NullMarked
package io.spanloom.benchmarks.session;

import org.jspecify.annotations.NullMarked;
