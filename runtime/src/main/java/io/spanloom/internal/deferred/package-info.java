/** Calls whose results come later: futures, streams and publishers. */
@NullMarked
package io.spanloom.internal.deferred;

import org.jspecify.annotations.NullMarked;
