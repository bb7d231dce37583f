/** Documents that a program retrieves and ranks, in neutral terms. */
@NullMarked
package io.spanloom.retrieval;

import org.jspecify.annotations.NullMarked;
