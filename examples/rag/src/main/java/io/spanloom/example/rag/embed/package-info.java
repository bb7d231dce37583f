/** The embedding model, in this process. */
@NullMarked
package io.spanloom.example.rag.embed;

import org.jspecify.annotations.NullMarked;
