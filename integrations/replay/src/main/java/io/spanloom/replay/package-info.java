/** An HTTP server that tests script, answer by answer. */
@NullMarked
package io.spanloom.replay;

import org.jspecify.annotations.NullMarked;
