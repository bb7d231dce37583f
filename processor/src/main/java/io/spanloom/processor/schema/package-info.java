/** Says in JSON Schema 2020-12 what a tool's arguments are: pure functions over the model. */
@NullMarked
package io.spanloom.processor.schema;

import org.jspecify.annotations.NullMarked;
