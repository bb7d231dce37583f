/** Puts Micrometer's observations and Spanloom's spans into one tree. */
@NullMarked
package io.spanloom.micrometer;

import org.jspecify.annotations.NullMarked;
