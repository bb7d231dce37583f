package io.spanloom.sdk;

import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Starts an SDK with what there is. What is missing or misconfigured is worth a line in the log,
 * and no reason for the program not to start.
 */
final class SdkStart {

  private static final System.Logger LOG = System.getLogger(SpanloomSdk.class.getName());

  private SdkStart() {}

  /** The SDK, or {@code null} if there is none or nobody would receive its spans. */
  static @Nullable OpenTelemetrySdk start(SdkSettings settings) {
    try {
      return Autoconfigured.start(settings);
    } catch (LinkageError missing) {
      warn("Nothing is exported: " + remedy(missing) + " (" + missing + ").");
    } catch (RuntimeException misconfigured) {
      warn("Nothing is exported: OpenTelemetry cannot start: " + reason(misconfigured));
    }
    try {
      return settings.hasOwnReceivers() ? Plain.start(settings) : null;
    } catch (LinkageError noSdkAtAll) {
      return null;
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

    static OpenTelemetrySdk start(SdkSettings settings) {
      return AutoConfiguredOpenTelemetrySdk.builder()
          .disableShutdownHook()
          .addPropertiesSupplier(settings::defaults)
          .addPropertiesCustomizer(new AvailableExporters(SdkStart::warn))
          .addResourceCustomizer((configured, config) -> settings.describe(configured))
          .addTracerProviderCustomizer((provider, config) -> settings.addProcessors(provider))
          .build()
          .getOpenTelemetrySdk();
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
