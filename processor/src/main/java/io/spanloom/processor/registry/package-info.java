/** Knows the attribute keys of the conventions, from the file that all modules share. */
@NullMarked
package io.spanloom.processor.registry;

import org.jspecify.annotations.NullMarked;
