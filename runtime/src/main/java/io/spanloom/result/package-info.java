/**
 * Results that are not all there when a method returns: what stands in for them, and how they tell
 * what they deliver and when they are done.
 */
@NullMarked
package io.spanloom.result;

import org.jspecify.annotations.NullMarked;
