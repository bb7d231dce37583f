/** Ties the execution of a tool to the model response that asked for it. */
@NullMarked
package io.spanloom.internal.toolcall;

import org.jspecify.annotations.NullMarked;
