package io.spanloom.quarkus.deployment;

import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.nativeimage.NativeImageResourcePatternsBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveFieldBuildItem;
import io.quarkus.deployment.builditem.nativeimage.RuntimeInitializedPackageBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ServiceProviderBuildItem;
import java.util.List;

/** What a native image has to keep. */
public final class NativeImageSteps {

  private static final List<String> SERVICES =
      List.of(
          "io.spanloom.content.RedactionRule",
          "io.spanloom.llm.EmbeddingAdapter",
          "io.spanloom.llm.LlmAdapter",
          "io.spanloom.llm.LlmStreamAdapter",
          "io.spanloom.result.ResultWrapper",
          "io.spanloom.retrieval.DocumentAdapter");

  @BuildStep
  void services(BuildProducer<ServiceProviderBuildItem> providers) {
    SERVICES.forEach(
        service -> providers.produce(ServiceProviderBuildItem.allProvidersFromClassPath(service)));
  }

  /** Span models, the registry of attribute keys, prices and the version. */
  @BuildStep
  NativeImageResourcePatternsBuildItem resources() {
    return NativeImageResourcePatternsBuildItem.builder()
        .includeGlobs("META-INF/spanloom/**", "io/spanloom/**/*.json", "io/spanloom/**/*.txt")
        .includeGlobs("io/spanloom/**/*.properties")
        .build();
  }

  /** Settings are read, and threads started, where the program runs. */
  @BuildStep
  RuntimeInitializedPackageBuildItem runtimeInitialized() {
    return new RuntimeInitializedPackageBuildItem("io.spanloom");
  }

  /** Read to find out whether there is a global OpenTelemetry without setting one. */
  @BuildStep
  ReflectiveFieldBuildItem globalOpenTelemetry() {
    return new ReflectiveFieldBuildItem(
        "read by Spanloom", "io.opentelemetry.api.GlobalOpenTelemetry", "globalOpenTelemetry");
  }
}
