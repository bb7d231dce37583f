/** The adapters of client libraries, and the requests they read. */
@NullMarked
package io.spanloom.internal.llm;

import org.jspecify.annotations.NullMarked;
