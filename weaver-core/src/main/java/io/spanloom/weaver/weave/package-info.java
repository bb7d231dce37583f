/** Weaves the advice into the classes that the model names, and proves that it arrived. */
@NullMarked
package io.spanloom.weaver.weave;

import org.jspecify.annotations.NullMarked;
