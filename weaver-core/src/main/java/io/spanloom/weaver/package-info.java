/** What build plugins do with a module, whichever the build tool: weave, report, check. */
@NullMarked
package io.spanloom.weaver;

import org.jspecify.annotations.NullMarked;
