/** The service that checks citations, slow on purpose, and what it says over HTTP. */
@NullMarked
package io.spanloom.example.legal.citation;

import org.jspecify.annotations.NullMarked;
