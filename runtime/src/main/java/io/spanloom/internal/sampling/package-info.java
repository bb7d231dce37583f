/** What is known of a sampler's decisions before it makes them. */
@NullMarked
package io.spanloom.internal.sampling;

import org.jspecify.annotations.NullMarked;
