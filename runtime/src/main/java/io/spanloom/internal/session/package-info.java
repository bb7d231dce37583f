/** Sessions, the runs and steps in them, and what they add up to. */
@NullMarked
package io.spanloom.internal.session;

import org.jspecify.annotations.NullMarked;
