package io.spanloom.processor.model;

/**
 * A place in the source that a finding can point at; only the reader that numbered it knows where
 * it is.
 */
public record Origin(int number) {}
