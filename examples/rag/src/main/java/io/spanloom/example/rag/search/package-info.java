/** Finds passages: by words and by meaning, both lists made one, the best put first. */
@NullMarked
package io.spanloom.example.rag.search;

import org.jspecify.annotations.NullMarked;
