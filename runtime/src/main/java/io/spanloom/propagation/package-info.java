/**
 * Carries context to other threads, and to other processes in the headers of messages by the W3C's
 * formats; not for people to call.
 */
@NullMarked
package io.spanloom.propagation;

import org.jspecify.annotations.NullMarked;
