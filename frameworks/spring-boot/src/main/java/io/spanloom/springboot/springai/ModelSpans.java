package io.spanloom.springboot.springai;

import io.spanloom.springai.ModelObservationHandler;

/**
 * What makes the spans of model calls. It is no bean itself: Spring Boot would hand it all
 * observations.
 */
record ModelSpans(ModelObservationHandler handler) {}
