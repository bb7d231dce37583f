/** Results that are a {@code Mono}, a {@code Flux} or another Reactive Streams publisher. */
@NullMarked
package io.spanloom.reactor;

import org.jspecify.annotations.NullMarked;
