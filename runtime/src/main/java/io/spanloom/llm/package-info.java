/** Model requests and responses in neutral terms, and the adapters that read an SDK's own types. */
@NullMarked
package io.spanloom.llm;

import org.jspecify.annotations.NullMarked;
