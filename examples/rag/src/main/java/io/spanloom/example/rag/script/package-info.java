/** The policy that answers for a model when no real one is configured. */
@NullMarked
package io.spanloom.example.rag.script;

import org.jspecify.annotations.NullMarked;
