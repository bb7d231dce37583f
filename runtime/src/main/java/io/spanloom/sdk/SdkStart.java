package io.spanloom.sdk;

import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdkBuilder;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Starts an SDK with what there is. What is missing or misconfigured is worth a line in the log,
 * and no reason for the program not to start.
 */
final class SdkStart {

  private static final System.Logger LOG = System.getLogger(SpanloomSdk.class.getName());

  private SdkStart() {}

  /**
   * What was started.
   *
   * @param sdk {@code null} if there is none, or nobody would receive its spans
   * @param exportsSpans whether an exporter receives its spans
   */
  record Started(@Nullable OpenTelemetrySdk sdk, boolean exportsSpans) {}

  static Started start(SdkSettings settings) {
    try {
      return Autoconfigured.start(settings);
    } catch (LinkageError missing) {
      warn("Nothing is exported: " + remedy(missing) + " (" + missing + ").");
    } catch (RuntimeException misconfigured) {
      warn("Nothing is exported: OpenTelemetry cannot start: " + reason(misconfigured));
    }
    try {
      return new Started(settings.hasOwnReceivers() ? Plain.start(settings) : null, false);
    } catch (LinkageError noSdkAtAll) {
      return new Started(null, false);
    }
  }

  private static String remedy(LinkageError missing) {
    String text = String.valueOf(missing.getMessage());
    return text.contains("io/opentelemetry/sdk/")
        ? "add io.opentelemetry:opentelemetry-sdk-extension-autoconfigure, and"
            + " io.opentelemetry:opentelemetry-exporter-otlp for OTLP, to the class path"
        : "OpenTelemetry cannot start, because its jars or their dependencies do not fit together";
  }

  private static void warn(String text) {
    LOG.log(System.Logger.Level.WARNING, text);
  }

  /** The innermost message: OpenTelemetry wraps it in one that says nothing. */
  private static String reason(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause.getCause() != null && depth < 10; depth++) {
      cause = cause.getCause();
    }
    return Objects.requireNonNullElse(cause.getMessage(), cause.toString());
  }

  /** By the standard settings. Loaded only where the classes it needs may be missing. */
  private static final class Autoconfigured {

    static Started start(SdkSettings settings) {
      AtomicBoolean exportsSpans = new AtomicBoolean(true);
      AutoConfiguredOpenTelemetrySdkBuilder builder =
          AutoConfiguredOpenTelemetrySdk.builder()
              .disableShutdownHook()
              .addPropertiesSupplier(settings::defaults);
      if (settings.onlyIfConfigured()) {
        builder.addPropertiesCustomizer(new ConfiguredExporters());
      }
      OpenTelemetrySdk sdk =
          builder
              .addPropertiesCustomizer(new AvailableExporters(SdkStart::warn))
              .addPropertiesCustomizer(
                  config -> {
                    exportsSpans.set(exportsSpans(config));
                    return Map.of();
                  })
              .addResourceCustomizer((configured, config) -> settings.describe(configured))
              .addTracerProviderCustomizer((provider, config) -> settings.addProcessors(provider))
              .build()
              .getOpenTelemetrySdk();
      return new Started(sdk, exportsSpans.get());
    }

    private static boolean exportsSpans(ConfigProperties config) {
      return !config.getBoolean("otel.sdk.disabled", false)
          && !config.getList("otel.traces.exporter", List.of("otlp")).contains("none");
    }
  }

  /** By what the program said alone. */
  private static final class Plain {

    static OpenTelemetrySdk start(SdkSettings settings) {
      SdkTracerProvider provider =
          settings
              .addProcessors(
                  SdkTracerProvider.builder().setResource(settings.describe(Resource.getDefault())))
              .build();
      return OpenTelemetrySdk.builder().setTracerProvider(provider).build();
    }
  }
}
