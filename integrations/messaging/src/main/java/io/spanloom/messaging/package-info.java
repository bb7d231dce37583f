/** Carries traces and tool calls in the headers of messages, through Kafka and JMS brokers. */
@NullMarked
package io.spanloom.messaging;

import org.jspecify.annotations.NullMarked;
