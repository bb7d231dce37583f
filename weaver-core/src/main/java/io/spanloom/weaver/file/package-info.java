/** Reads files that others wrote, up to a size that a build can bear. */
@NullMarked
package io.spanloom.weaver.file;

import org.jspecify.annotations.NullMarked;
