/** The one way to the language model: OpenAI's official client. */
@NullMarked
package io.spanloom.example.legal.model;

import org.jspecify.annotations.NullMarked;
