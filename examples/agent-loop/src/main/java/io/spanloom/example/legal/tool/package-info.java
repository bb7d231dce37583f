/** The tools the model can ask for. */
@NullMarked
package io.spanloom.example.legal.tool;

import org.jspecify.annotations.NullMarked;
