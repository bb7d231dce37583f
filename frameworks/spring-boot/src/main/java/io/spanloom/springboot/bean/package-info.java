/** Replaces beans by others that trace them. */
@NullMarked
package io.spanloom.springboot.bean;

import org.jspecify.annotations.NullMarked;
