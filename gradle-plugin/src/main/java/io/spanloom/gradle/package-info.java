/** The Gradle plugin {@code io.spanloom}: thin tasks that hand their properties to the weaver. */
@NullMarked
package io.spanloom.gradle;

import org.jspecify.annotations.NullMarked;
