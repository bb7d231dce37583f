/** Switches tracing on when a Spring Boot application starts. */
@NullMarked
package io.spanloom.springboot;

import org.jspecify.annotations.NullMarked;
