/** A JUnit extension that records the spans of a test, and assertions on span trees. */
@NullMarked
package io.spanloom.testing;

import org.jspecify.annotations.NullMarked;
