/** The state of one call, its plan, and its lifecycle. */
@NullMarked
package io.spanloom.internal.call;

import org.jspecify.annotations.NullMarked;
