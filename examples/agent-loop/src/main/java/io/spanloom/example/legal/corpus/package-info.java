/** The fictional cases and statutes, and the embedded database that finds them. */
@NullMarked
package io.spanloom.example.legal.corpus;

import org.jspecify.annotations.NullMarked;
