/**
 * What needs the OpenTelemetry SDK: starting it in one line, and looking at traces without a
 * server.
 */
@NullMarked
package io.spanloom.sdk;

import org.jspecify.annotations.NullMarked;
