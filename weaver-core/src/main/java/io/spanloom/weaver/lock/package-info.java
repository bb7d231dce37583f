/** What a module promised the readers of its spans, in a file, and how the module compares. */
@NullMarked
package io.spanloom.weaver.lock;

import org.jspecify.annotations.NullMarked;
