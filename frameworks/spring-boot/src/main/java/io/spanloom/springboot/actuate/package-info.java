/** What Spring Boot's Actuator shows of tracing. */
@NullMarked
package io.spanloom.springboot.actuate;

import org.jspecify.annotations.NullMarked;
