/** Stand-ins for results that are delivered in pieces. */
@NullMarked
package io.spanloom.internal.observed;

import org.jspecify.annotations.NullMarked;
