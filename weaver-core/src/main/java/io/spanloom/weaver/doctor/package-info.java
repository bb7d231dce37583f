/**
 * Finds out whether spans arrive: one test trace, what the endpoint answered, and whether it can be
 * read back.
 */
@NullMarked
package io.spanloom.weaver.doctor;

import org.jspecify.annotations.NullMarked;
