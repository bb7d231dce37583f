/** The span model in forms for people. */
@NullMarked
package io.spanloom.maven.report;

import org.jspecify.annotations.NullMarked;
