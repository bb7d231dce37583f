/** Traces what Spring AI's beans ask models, and the tools that they run. */
@NullMarked
package io.spanloom.springboot.springai;

import org.jspecify.annotations.NullMarked;
