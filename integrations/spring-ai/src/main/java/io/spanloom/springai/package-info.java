/** Reads the types of Spring AI, {@code org.springframework.ai}. */
@NullMarked
package io.spanloom.springai;

import org.jspecify.annotations.NullMarked;
