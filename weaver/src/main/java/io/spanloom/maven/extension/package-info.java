/** What the plugin adds to the build of a project that has it as an extension. */
@NullMarked
package io.spanloom.maven.extension;

import org.jspecify.annotations.NullMarked;
