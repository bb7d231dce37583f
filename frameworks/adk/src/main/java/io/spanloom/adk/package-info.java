/** Traces agents of Google's Agent Development Kit for Java. */
@NullMarked
package io.spanloom.adk;

import org.jspecify.annotations.NullMarked;
