/** The agent: a loop over model calls and the tools they ask for. */
@NullMarked
package io.spanloom.example.legal.agent;

import org.jspecify.annotations.NullMarked;
