/**
 * Rewrites the calls that hand tasks to other threads, so that tasks run in the caller's context.
 */
@NullMarked
package io.spanloom.weaver.callsite;

import org.jspecify.annotations.NullMarked;
