/** The spans a program can produce and how they nest, read from its bytecode before it runs. */
@NullMarked
package io.spanloom.maven.blueprint;

import org.jspecify.annotations.NullMarked;
