/** Weaves an application when Quarkus builds or reloads it. */
@NullMarked
package io.spanloom.quarkus.deployment;

import org.jspecify.annotations.NullMarked;
