/** What is captured of one call, by generated code and by the program. */
@NullMarked
package io.spanloom.internal.capture;

import org.jspecify.annotations.NullMarked;
