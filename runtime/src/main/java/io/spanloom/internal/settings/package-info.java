/** The settings in force, from code, system properties and environment variables. */
@NullMarked
package io.spanloom.internal.settings;

import org.jspecify.annotations.NullMarked;
