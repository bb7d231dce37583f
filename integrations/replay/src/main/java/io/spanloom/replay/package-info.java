/**
 * What the integrations' tests share: an HTTP server that they script, and class paths that lack a
 * library.
 */
@NullMarked
package io.spanloom.replay;

import org.jspecify.annotations.NullMarked;
