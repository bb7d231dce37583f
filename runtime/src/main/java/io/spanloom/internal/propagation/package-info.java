/** Context that tasks and messages carry to other threads and processes. */
@NullMarked
package io.spanloom.internal.propagation;

import org.jspecify.annotations.NullMarked;
