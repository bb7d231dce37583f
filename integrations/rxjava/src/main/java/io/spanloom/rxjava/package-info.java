/** Results that are one of RxJava's types, and the context in their operators. */
@NullMarked
package io.spanloom.rxjava;

import org.jspecify.annotations.NullMarked;
