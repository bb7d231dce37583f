/** Carries the trace to the tasks that Spring runs. */
@NullMarked
package io.spanloom.springboot.task;

import org.jspecify.annotations.NullMarked;
