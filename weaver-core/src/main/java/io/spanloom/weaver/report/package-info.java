/** The span model in forms for people. */
@NullMarked
package io.spanloom.weaver.report;

import org.jspecify.annotations.NullMarked;
