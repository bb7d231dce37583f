/** Maps the neutral span onto the keys of a semantic convention, one class for each convention. */
@NullMarked
package io.spanloom.convention;

import org.jspecify.annotations.NullMarked;
