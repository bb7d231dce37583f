/** The legal-research example as a program: command line, settings, telemetry, wiring. */
@NullMarked
package io.spanloom.example.legal;

import org.jspecify.annotations.NullMarked;
