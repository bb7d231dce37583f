/** What model calls cost, from price tables. */
@NullMarked
package io.spanloom.cost;

import org.jspecify.annotations.NullMarked;
