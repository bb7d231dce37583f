/** Small HTTP services that the examples run for themselves, on the loopback interface only. */
@NullMarked
package io.spanloom.example.loopback;

import org.jspecify.annotations.NullMarked;
