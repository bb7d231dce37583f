/** The small HTTP services the example runs for itself, on the loopback interface only. */
@NullMarked
package io.spanloom.example.loopback;

import org.jspecify.annotations.NullMarked;
