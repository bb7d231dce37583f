/** What generated code calls: the door to everything behind it. */
@NullMarked
package io.spanloom.internal.advice;

import org.jspecify.annotations.NullMarked;
