/** What a model call cost, from a price table; not for people to call. */
@NullMarked
package io.spanloom.cost;

import org.jspecify.annotations.NullMarked;
