/**
 * The API people call: switch tracing on, name the session, hand over what no annotation can reach.
 */
@NullMarked
package io.spanloom;

import org.jspecify.annotations.NullMarked;
