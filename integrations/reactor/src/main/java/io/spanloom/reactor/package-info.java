/** Results that are a {@code Mono} or a {@code Flux}. */
@NullMarked
package io.spanloom.reactor;

import org.jspecify.annotations.NullMarked;
