/** The rules a traced program must keep, as functions from the model to findings. */
@NullMarked
package io.spanloom.processor.validate;

import org.jspecify.annotations.NullMarked;
