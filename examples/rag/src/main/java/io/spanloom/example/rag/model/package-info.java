/** The one way to the language model: LangChain4j's OpenAI client. */
@NullMarked
package io.spanloom.example.rag.model;

import org.jspecify.annotations.NullMarked;
