/** The methods that the program was compiled to trace, and whether the build has woven them. */
@NullMarked
package io.spanloom.internal.weaving;

import org.jspecify.annotations.NullMarked;
