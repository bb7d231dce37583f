/** Ties Spanloom's spans and Micrometer's observations together. */
@NullMarked
package io.spanloom.springboot.micrometer;

import org.jspecify.annotations.NullMarked;
