/** Receives what the examples export, for their tests to look at. */
@NullMarked
package io.spanloom.example.otlp;

import org.jspecify.annotations.NullMarked;
