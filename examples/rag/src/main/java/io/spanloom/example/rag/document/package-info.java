/** The documents that questions are asked about, and the passages they are cut into. */
@NullMarked
package io.spanloom.example.rag.document;

import org.jspecify.annotations.NullMarked;
