/** Recorded traces as a page for people. */
@NullMarked
package io.spanloom.weaver.view;

import org.jspecify.annotations.NullMarked;
