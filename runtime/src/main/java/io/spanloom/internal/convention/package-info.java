/** Versioned conventions: which attribute keys say what of a span. */
@NullMarked
package io.spanloom.internal.convention;

import org.jspecify.annotations.NullMarked;
