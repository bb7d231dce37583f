/** Runs the applications below {@code apps}, each as its users would, and compares their traces. */
@NullMarked
package io.spanloom.adoption;

import org.jspecify.annotations.NullMarked;
