/** What calls of each span role record. */
@NullMarked
package io.spanloom.internal.role;

import org.jspecify.annotations.NullMarked;
