/** The example as a program: command line, settings, telemetry, wiring. */
@NullMarked
package io.spanloom.example.rag;

import org.jspecify.annotations.NullMarked;
