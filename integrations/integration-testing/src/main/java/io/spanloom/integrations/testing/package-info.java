/**
 * What the integrations' tests share: an HTTP server that they script, and class paths that lack a
 * library.
 */
@NullMarked
package io.spanloom.integrations.testing;

import org.jspecify.annotations.NullMarked;
