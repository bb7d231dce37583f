/** Results that are a {@code Uni} or a {@code Multi}, and the context in their operators. */
@NullMarked
package io.spanloom.mutiny;

import org.jspecify.annotations.NullMarked;
