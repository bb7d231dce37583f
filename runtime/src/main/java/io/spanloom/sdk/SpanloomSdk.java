package io.spanloom.sdk;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdkBuilder;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProviderBuilder;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.spanloom.Spanloom;
import io.spanloom.SpanloomOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * An OpenTelemetry SDK started in one line and installed in Spanloom.
 *
 * <p>Configured by the standard {@code otel.*} properties and {@code OTEL_*} variables
 * (OpenTelemetry SDK autoconfiguration), which win over what the builder says. Needs {@code
 * opentelemetry-sdk-extension-autoconfigure} on the class path and, for OTLP, {@code
 * opentelemetry-exporter-otlp}.
 *
 * <p>With {@code spanloom.trace.file}, or {@code SPANLOOM_TRACE_FILE}, spans are written to that
 * file too ({@link TraceFile}).
 */
public final class SpanloomSdk implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(SpanloomSdk.class.getName());
  private static final long SHUTDOWN_SECONDS = 10;

  private final OpenTelemetrySdk sdk;
  private final Thread atExit;

  private SpanloomSdk(OpenTelemetrySdk sdk) {
    this.sdk = sdk;
    this.atExit = new Thread(() -> shutDown(sdk), "spanloom-sdk-exit");
  }

  /** An SDK with standard settings. */
  public static Builder builder() {
    return new Builder();
  }

  /** The OpenTelemetry SDK itself. */
  public OpenTelemetrySdk openTelemetry() {
    return sdk;
  }

  /**
   * Exports what is pending, waiting 10 seconds at most, and shuts the SDK down. A program that
   * ends without it does the same on its way out.
   */
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException exiting) {
      return; // The hook is at it.
    }
    shutDown(sdk);
  }

  private static void shutDown(OpenTelemetrySdk sdk) {
    sdk.shutdown().join(SHUTDOWN_SECONDS, TimeUnit.SECONDS);
  }

  /** OpenTelemetry's own hook would stay, and complain of an SDK that was closed already. */
  private void closeAtExit() {
    try {
      Runtime.getRuntime().addShutdownHook(atExit);
    } catch (IllegalStateException exiting) {
      LOG.log(System.Logger.Level.WARNING, "Spans are lost: the program is ending already");
    }
  }

  /** Collects what the SDK is started with. */
  public static final class Builder {

    private static final AttributeKey<String> SERVICE_NAME = AttributeKey.stringKey("service.name");
    private static final AttributeKey<String> SERVICE_VERSION =
        AttributeKey.stringKey("service.version");
    private static final AttributeKey<String> ENVIRONMENT =
        AttributeKey.stringKey("deployment.environment.name");

    private final Map<String, String> defaults = new HashMap<>();
    private final Map<AttributeKey<String>, String> resource = new HashMap<>();
    private final List<SpanProcessor> processors = new ArrayList<>();
    private SpanloomOptions options = SpanloomOptions.builder().build();
    private @Nullable Path traceFile = configuredTraceFile();
    private boolean global = true;

    private Builder() {}

    /** The service's name, {@code service.name}. */
    public Builder serviceName(String name) {
      resource.put(SERVICE_NAME, Objects.requireNonNull(name, "name"));
      return this;
    }

    /** The service's version, {@code service.version}. */
    public Builder serviceVersion(String version) {
      resource.put(SERVICE_VERSION, Objects.requireNonNull(version, "version"));
      return this;
    }

    /** Where the service runs, {@code deployment.environment.name}. */
    public Builder environment(String name) {
      resource.put(ENVIRONMENT, Objects.requireNonNull(name, "name"));
      return this;
    }

    /** A default for a standard setting, such as {@code otel.traces.exporter}. */
    public Builder setting(String property, String value) {
      defaults.put(
          Objects.requireNonNull(property, "property"), Objects.requireNonNull(value, "value"));
      return this;
    }

    /** A span processor besides the exporters', such as a {@link ConsoleTree}. */
    public Builder spanProcessor(SpanProcessor processor) {
      processors.add(Objects.requireNonNull(processor, "processor"));
      return this;
    }

    /**
     * A file to append spans to, for a look at them without a server ({@link TraceFile}). By
     * default the one that {@code spanloom.trace.file} or {@code SPANLOOM_TRACE_FILE} names, if
     * any.
     */
    public Builder traceFile(Path file) {
      this.traceFile = Objects.requireNonNull(file, "file");
      return this;
    }

    /**
     * Whether the SDK becomes {@link GlobalOpenTelemetry} if there is none yet, so that spans by
     * hand and instrumentation of other libraries go where Spanloom's go; by default it does.
     *
     * <p>A Java machine has one global OpenTelemetry for good: a program that sets its own later
     * says {@code false}, and what a closed SDK is global for records nothing.
     */
    public Builder global(boolean becomesGlobal) {
      this.global = becomesGlobal;
      return this;
    }

    /** Spanloom's own options. */
    public Builder options(SpanloomOptions spanloomOptions) {
      this.options = Objects.requireNonNull(spanloomOptions, "spanloomOptions");
      return this;
    }

    /**
     * Starts the SDK and installs it in Spanloom.
     *
     * @throws io.opentelemetry.sdk.autoconfigure.spi.ConfigurationException if a standard setting
     *     has an illegal value
     */
    public SpanloomSdk start() {
      AutoConfiguredOpenTelemetrySdkBuilder builder =
          AutoConfiguredOpenTelemetrySdk.builder()
              .disableShutdownHook()
              .addPropertiesSupplier(() -> defaults)
              .addResourceCustomizer((configured, config) -> described(configured));
      builder.addTracerProviderCustomizer(
          (provider, config) -> {
            processors.forEach(provider::addSpanProcessor);
            addTraceFile(provider);
            return provider;
          });
      OpenTelemetrySdk sdk = builder.build().getOpenTelemetrySdk();
      Spanloom.install(sdk, options);
      if (global) {
        becomeGlobal(sdk);
      }
      SpanloomSdk started = new SpanloomSdk(sdk);
      started.closeAtExit();
      return started;
    }

    /** Somebody else's stays, also one that is set at this moment. */
    private static void becomeGlobal(OpenTelemetrySdk sdk) {
      try {
        if (!GlobalOpenTelemetry.isSet()) {
          GlobalOpenTelemetry.set(sdk);
        }
      } catch (IllegalStateException setMeanwhile) {
        LOG.log(System.Logger.Level.DEBUG, "GlobalOpenTelemetry is set already", setMeanwhile);
      }
    }

    /** A file that cannot be written is no reason to do without a trace, or a program. */
    private void addTraceFile(SdkTracerProviderBuilder provider) {
      if (traceFile == null) {
        return;
      }
      try {
        provider.addSpanProcessor(SimpleSpanProcessor.create(TraceFile.at(traceFile)));
      } catch (IOException failure) {
        // An address with a password may have been set instead of a file.
        String shown = traceFile.toString().contains("@") ? "****" : traceFile + ": " + failure;
        LOG.log(System.Logger.Level.WARNING, "Cannot write spans to " + shown);
      }
    }

    private static @Nullable Path configuredTraceFile() {
      String property = System.getProperty("spanloom.trace.file", "");
      String file = property.isBlank() ? System.getenv("SPANLOOM_TRACE_FILE") : property;
      return file == null || file.isBlank() ? null : Path.of(file.trim());
    }

    /** What is configured wins, but for the name the SDK gives a service that nobody named. */
    private Resource described(Resource configured) {
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
}
