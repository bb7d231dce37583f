/** The tool call traced by others, and by Spanloom where classes are woven as they are loaded. */
@NullMarked
package io.spanloom.benchmarks.peer;

import org.jspecify.annotations.NullMarked;
