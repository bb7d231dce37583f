/** What an application with the Quarkus extension runs. */
@NullMarked
package io.spanloom.quarkus;

import org.jspecify.annotations.NullMarked;
