/** What may be recorded of content, and in which form. */
@NullMarked
package io.spanloom.internal.content;

import org.jspecify.annotations.NullMarked;
