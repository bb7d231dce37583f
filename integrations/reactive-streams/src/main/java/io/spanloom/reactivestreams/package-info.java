/** Results that are a Reactive Streams {@code Publisher}. */
@NullMarked
package io.spanloom.reactivestreams;

import org.jspecify.annotations.NullMarked;
