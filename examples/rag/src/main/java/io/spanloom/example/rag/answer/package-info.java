/** The pipeline: embed the question, search, route, rerank, generate, check. */
@NullMarked
package io.spanloom.example.rag.answer;

import org.jspecify.annotations.NullMarked;
