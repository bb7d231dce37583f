/** Self-contained HTML pages: one look, one policy, no network. */
@NullMarked
package io.spanloom.maven.page;

import org.jspecify.annotations.NullMarked;
