/** Self-contained HTML pages: one look, one policy, no network. */
@NullMarked
package io.spanloom.weaver.page;

import org.jspecify.annotations.NullMarked;
