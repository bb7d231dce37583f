/** Reads files that others wrote, up to a size that a build can bear. */
@NullMarked
package io.spanloom.maven.file;

import org.jspecify.annotations.NullMarked;
