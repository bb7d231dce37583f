/**
 * Measures calls, tokens and cost, whether or not their spans are sampled; not for people to call.
 */
@NullMarked
package io.spanloom.metric;

import org.jspecify.annotations.NullMarked;
