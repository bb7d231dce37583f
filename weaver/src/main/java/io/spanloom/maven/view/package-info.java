/** Recorded traces as a page for people. */
@NullMarked
package io.spanloom.maven.view;

import org.jspecify.annotations.NullMarked;
