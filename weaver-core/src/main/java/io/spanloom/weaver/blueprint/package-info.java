/** The spans a program can produce and how they nest, read from its bytecode before it runs. */
@NullMarked
package io.spanloom.weaver.blueprint;

import org.jspecify.annotations.NullMarked;
