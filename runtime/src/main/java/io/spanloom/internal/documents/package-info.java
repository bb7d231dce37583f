/** The documents and vectors that calls deal with. */
@NullMarked
package io.spanloom.internal.documents;

import org.jspecify.annotations.NullMarked;
