/** A named module with traced classes. */
module it {
  requires io.opentelemetry.api;
  requires io.opentelemetry.sdk;
  requires io.opentelemetry.sdk.trace;
  requires io.spanloom;
  requires io.spanloom.annotations;
  requires org.aspectj.runtime;
}
