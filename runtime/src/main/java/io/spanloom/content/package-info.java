/** What content may be recorded, and in which form: capture mode, redaction, bounded JSON. */
@NullMarked
package io.spanloom.content;

import org.jspecify.annotations.NullMarked;
