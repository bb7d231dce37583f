/** A named module with traced classes. */
module it {
  // The runtime's own dependency, which an automatic module cannot name.
  requires com.fasterxml.jackson.core;
  requires io.opentelemetry.api;
  requires io.opentelemetry.sdk;
  requires io.opentelemetry.sdk.trace;
  requires io.spanloom;
  requires io.spanloom.annotations;
  requires org.aspectj.runtime;
}
