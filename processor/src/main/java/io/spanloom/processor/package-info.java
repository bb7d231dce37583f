/** The annotation processor that checks Spanloom's annotations and generates advice and model. */
@NullMarked
package io.spanloom.processor;

import org.jspecify.annotations.NullMarked;
