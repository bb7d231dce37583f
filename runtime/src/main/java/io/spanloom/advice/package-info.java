/**
 * What woven methods call: public because generated code lives in users' packages, not meant for
 * people, and free to change with every version of the processor it is released with.
 */
@NullMarked
package io.spanloom.advice;

import org.jspecify.annotations.NullMarked;
