/** Traces the beans that are models and retrievers of LangChain4j. */
@NullMarked
package io.spanloom.springboot.langchain4j;

import org.jspecify.annotations.NullMarked;
