/** What the finished spans say about cost. */
@NullMarked
package io.spanloom.example.rag.report;

import org.jspecify.annotations.NullMarked;
