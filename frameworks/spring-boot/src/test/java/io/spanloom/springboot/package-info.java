/** Tests with real application contexts. */
@NullMarked
package io.spanloom.springboot;

import org.jspecify.annotations.NullMarked;
