/** Turns elements of the compiler into the model; the only package that touches them. */
@NullMarked
package io.spanloom.processor.read;

import org.jspecify.annotations.NullMarked;
