/** Ties the execution of a tool to the model response that asked for it; not for people to call. */
@NullMarked
package io.spanloom.toolcall;

import org.jspecify.annotations.NullMarked;
