package io.spanloom.anthropic;

import com.anthropic.core.ClientOptions;

/** The options of a traced client. */
final class TracedOptions {

  private TracedOptions() {}

  /** The SDK's own spans go to us: those of tools become ours, the others we make. */
  static void set(ClientOptions.Builder options) {
    options
        .addInterceptor(TracedHttpClient::new)
        .openTelemetry(
            options.build().openTelemetry().toBuilder()
                .traces(true)
                .tracerProvider(new SdkSpans())
                .build());
  }
}
