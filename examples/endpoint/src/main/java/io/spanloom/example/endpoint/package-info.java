/**
 * A chat-completions endpoint that speaks OpenAI's protocol on the loopback interface and is
 * answered by a policy written in Java; knows nothing of any example's subject.
 */
@NullMarked
package io.spanloom.example.endpoint;

import org.jspecify.annotations.NullMarked;
