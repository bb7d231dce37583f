/** What the processor knows about a traced program: immutable values without any compiler types. */
@NullMarked
package io.spanloom.processor.model;

import org.jspecify.annotations.NullMarked;
