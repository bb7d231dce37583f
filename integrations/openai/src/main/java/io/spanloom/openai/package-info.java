/** Reads the types of OpenAI's official Java SDK, {@code com.openai:openai-java}. */
@NullMarked
package io.spanloom.openai;

import org.jspecify.annotations.NullMarked;
