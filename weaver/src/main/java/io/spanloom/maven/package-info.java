/** The Maven goals: thin mojos that hand their parameters to the packages that do the work. */
@NullMarked
package io.spanloom.maven;

import org.jspecify.annotations.NullMarked;
