/** Turns the model into the text of aspects, the span model and the load-time weaving file. */
@NullMarked
package io.spanloom.processor.write;

import org.jspecify.annotations.NullMarked;
