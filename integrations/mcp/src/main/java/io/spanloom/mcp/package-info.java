/** Traces the Model Context Protocol's Java SDK, {@code io.modelcontextprotocol}. */
@NullMarked
package io.spanloom.mcp;

import org.jspecify.annotations.NullMarked;
