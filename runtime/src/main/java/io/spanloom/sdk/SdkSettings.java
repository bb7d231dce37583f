package io.spanloom.sdk;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProviderBuilder;
import io.opentelemetry.sdk.trace.SpanProcessor;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a program said of its SDK. This class can be loaded without one.
 *
 * @param defaults standard settings that are in force where nobody else makes them
 * @param resource attributes of the resource, such as the service's name
 * @param traceFile a file to append spans to, if any
 * @param finishedSpans where spans are kept, if they are
 * @param onlyIfConfigured whether nothing is exported unless a setting says so
 */
record SdkSettings(
    Map<String, String> defaults,
    Map<AttributeKey<String>, String> resource,
    List<SpanProcessor> processors,
    @Nullable Path traceFile,
    @Nullable FinishedSpans finishedSpans,
    boolean onlyIfConfigured) {

  static final AttributeKey<String> SERVICE_NAME = AttributeKey.stringKey("service.name");

  /** Whether spans are of use without an exporter. */
  boolean hasOwnReceivers() {
    return traceFile != null || finishedSpans != null || !processors.isEmpty();
  }

  SdkTracerProviderBuilder addProcessors(SdkTracerProviderBuilder provider) {
    processors.forEach(provider::addSpanProcessor);
    if (finishedSpans != null) {
      finishedSpans.addTo(provider);
    }
    if (traceFile != null) {
      TraceFile.addTo(provider, traceFile);
    }
    return provider;
  }

  /** What is configured wins, but for the name the SDK gives a service that nobody named. */
  Resource describe(Resource configured) {
    var attributes = Attributes.builder();
    resource.forEach(attributes::put);
    Resource described = Resource.create(attributes.build()).merge(configured);
    String configuredName = configured.getAttribute(SERVICE_NAME);
    String name = resource.get(SERVICE_NAME);
    boolean unnamed = configuredName == null || configuredName.startsWith("unknown_service");
    return unnamed && name != null
        ? described.merge(Resource.create(Attributes.of(SERVICE_NAME, name)))
        : described;
  }
}
