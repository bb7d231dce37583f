/** Calls of a language model, with a small SDK of our own so that no other's cost is measured. */
@NullMarked
package io.spanloom.benchmarks.model;

import org.jspecify.annotations.NullMarked;
