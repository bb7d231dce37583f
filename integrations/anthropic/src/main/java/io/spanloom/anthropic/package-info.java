/** Reads the types of Anthropic's official Java SDK, {@code com.anthropic:anthropic-java}. */
@NullMarked
package io.spanloom.anthropic;

import org.jspecify.annotations.NullMarked;
