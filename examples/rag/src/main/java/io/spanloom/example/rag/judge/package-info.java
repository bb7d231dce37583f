/** Judges answers: whether the passages they cite say so. */
@NullMarked
package io.spanloom.example.rag.judge;

import org.jspecify.annotations.NullMarked;
