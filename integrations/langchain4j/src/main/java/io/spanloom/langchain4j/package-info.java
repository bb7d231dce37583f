/** Reads the types of LangChain4j, {@code dev.langchain4j}. */
@NullMarked
package io.spanloom.langchain4j;

import org.jspecify.annotations.NullMarked;
