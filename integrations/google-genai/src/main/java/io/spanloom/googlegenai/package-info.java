/** Reads the types of Google's official Gen AI Java SDK, {@code com.google.genai:google-genai}. */
@NullMarked
package io.spanloom.googlegenai;

import org.jspecify.annotations.NullMarked;
