package io.spanloom.benchmarks.peer;

import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;
import io.spanloom.benchmarks.call.Dropping;

/** Has the Java agent's SDK record spans and drop them at their end, as the others' does. */
public final class AgentExtension implements AutoConfigurationCustomizerProvider {

  @Override
  public void customize(AutoConfigurationCustomizer sdk) {
    sdk.addTracerProviderCustomizer(
        (provider, settings) -> provider.addSpanProcessor(new Dropping()));
  }
}
