package io.spanloom.sdk;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.spanloom.Spanloom;
import io.spanloom.SpanloomOptions;
import io.spanloom.internal.call.GlobalTelemetry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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

  private final @Nullable OpenTelemetrySdk sdk;
  private final boolean exportsSpans;
  private final @Nullable FinishedSpans finishedSpans;
  private final @Nullable Thread atExit;

  private SpanloomSdk(
      SdkStart.Started started, @Nullable FinishedSpans finishedSpans, boolean closesAtExit) {
    this.sdk = started.sdk();
    this.exportsSpans = started.exportsSpans();
    this.finishedSpans = finishedSpans;
    this.atExit = closesAtExit ? new Thread(this::shutDown, "spanloom-sdk-exit") : null;
  }

  /** An SDK with standard settings. */
  public static Builder builder() {
    return new Builder();
  }

  /** The OpenTelemetry SDK itself; one without exporters if none could be started. */
  public OpenTelemetrySdk openTelemetry() {
    return sdk == null ? OpenTelemetrySdk.builder().build() : sdk;
  }

  /**
   * Whether spans are exported; they are not if the exporter is {@code none} or not on the class
   * path, or if the SDK is disabled.
   */
  public boolean exportsSpans() {
    return exportsSpans;
  }

  /**
   * The last spans that have ended, in the order of their ends; none unless {@link
   * Builder#keepSpans} is set. {@link SpanTree} prints them.
   */
  public List<SpanData> finishedSpans() {
    return finishedSpans == null ? List.of() : finishedSpans.all();
  }

  /**
   * Exports what is pending, waiting 10 seconds at most, and shuts the SDK down. A program that
   * ends without it does the same on its way out.
   */
  @Override
  public void close() {
    try {
      if (atExit != null) {
        Runtime.getRuntime().removeShutdownHook(atExit);
      }
    } catch (IllegalStateException exiting) {
      return; // The hook is at it.
    }
    shutDown();
  }

  private void shutDown() {
    if (sdk != null) {
      sdk.shutdown().join(SHUTDOWN_SECONDS, TimeUnit.SECONDS);
    }
  }

  /** OpenTelemetry's own hook would stay, and complain of an SDK that was closed already. */
  private void closeAtExit() {
    try {
      if (atExit != null) {
        Runtime.getRuntime().addShutdownHook(atExit);
      }
    } catch (IllegalStateException exiting) {
      LOG.log(System.Logger.Level.WARNING, "Spans are lost: the program is ending already");
    }
  }

  /** Collects what the SDK is started with. */
  public static final class Builder {

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
    private boolean closesAtExit = true;
    private boolean onlyIfConfigured;
    private @Nullable FinishedSpans finishedSpans;

    private Builder() {}

    /** The service's name, {@code service.name}. */
    public Builder serviceName(String name) {
      resource.put(SdkSettings.SERVICE_NAME, Objects.requireNonNull(name, "name"));
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

    /**
     * Defaults for standard settings, in the form of environment variables: those whose names begin
     * with {@code OTEL_}. Others, and blank ones, are ignored.
     */
    public Builder variables(Map<String, String> environment) {
      environment.forEach(
          (variable, value) -> {
            if (variable.startsWith("OTEL_") && !value.isBlank()) {
              setting(variable.toLowerCase(Locale.ROOT).replace('_', '.'), value);
            }
          });
      return this;
    }

    /**
     * Exports spans, metrics and events only if a standard setting asks for it: one that names the
     * signal's exporter, such as {@code OTEL_TRACES_EXPORTER}, or an endpoint, {@code
     * OTEL_EXPORTER_OTLP_ENDPOINT} or the signal's own. By default everything goes to OTLP's
     * standard endpoint.
     */
    public Builder exportOnlyIfConfigured() {
      this.onlyIfConfigured = true;
      return this;
    }

    /**
     * Keeps the last spans in memory, for {@link SpanloomSdk#finishedSpans}.
     *
     * @param maxSpans how many; each takes some kilobytes, more where it holds content
     * @throws IllegalArgumentException if it is not positive
     */
    public Builder keepSpans(int maxSpans) {
      if (maxSpans <= 0) {
        throw new IllegalArgumentException("maxSpans must be positive, not " + maxSpans);
      }
      this.finishedSpans = new FinishedSpans(maxSpans);
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

    /**
     * Whether a program that ends without {@link SpanloomSdk#close} shuts the SDK down on its way
     * out; by default it does. A container that closes the SDK after its last work says {@code
     * false}: hooks of the Java machine run at the same time.
     */
    public Builder closeAtExit(boolean closes) {
      this.closesAtExit = closes;
      return this;
    }

    /** Spanloom's own options. */
    public Builder options(SpanloomOptions spanloomOptions) {
      this.options = Objects.requireNonNull(spanloomOptions, "spanloomOptions");
      return this;
    }

    /**
     * Starts the SDK and installs it in Spanloom. What is missing from the class path, or wrong in
     * a standard setting, is logged in a line, and the program goes on without it.
     */
    public SpanloomSdk start() {
      SdkStart.Started started =
          SdkStart.start(
              new SdkSettings(
                  defaults, resource, processors, traceFile, finishedSpans, onlyIfConfigured));
      SpanloomSdk result = new SpanloomSdk(started, finishedSpans, closesAtExit);
      OpenTelemetrySdk sdk = started.sdk();
      if (sdk != null) {
        Spanloom.install(sdk, options);
        if (global) {
          becomeGlobal(sdk);
        }
        result.closeAtExit();
      }
      return result;
    }

    /** Somebody else's stays, also one that is set at this moment. */
    private static void becomeGlobal(OpenTelemetrySdk sdk) {
      try {
        if (!GlobalTelemetry.isSet()) {
          GlobalOpenTelemetry.set(sdk);
        }
      } catch (IllegalStateException setMeanwhile) {
        LOG.log(System.Logger.Level.DEBUG, "GlobalOpenTelemetry is set already", setMeanwhile);
      }
    }

    private static @Nullable Path configuredTraceFile() {
      String property = System.getProperty("spanloom.trace.file", "");
      String file = property.isBlank() ? System.getenv("SPANLOOM_TRACE_FILE") : property;
      return file == null || file.isBlank() ? null : Path.of(file.trim());
    }
  }
}
