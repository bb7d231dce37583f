package io.spanloom.quarkus.deployment;

import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.arc.deployment.ExcludedTypeBuildItem;
import io.quarkus.bootstrap.classloading.QuarkusClassLoader;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.spanloom.quarkus.OpenTelemetryStart;

/** Adds the beans that trace, and leaves out those of others that trace the same. */
public final class BeanSteps {

  private static final String MODELS = "io.spanloom.quarkus.TracedModels";

  /** The span that LangChain4j's extension makes of each model call. */
  private static final String SPANS_OF_MODELS =
      "io.quarkiverse.langchain4j.runtime.listeners.SpanChatModelListener";

  @BuildStep
  AdditionalBeanBuildItem start() {
    return AdditionalBeanBuildItem.unremovableOf(OpenTelemetryStart.class);
  }

  @BuildStep
  void models(
      BuildProducer<AdditionalBeanBuildItem> beans, BuildProducer<ExcludedTypeBuildItem> excluded) {
    if (isThere("io.spanloom.langchain4j.Traced")
        && isThere("dev.langchain4j.model.chat.listener.ChatModelListener")) {
      beans.produce(AdditionalBeanBuildItem.unremovableOf(MODELS));
      excluded.produce(new ExcludedTypeBuildItem(SPANS_OF_MODELS));
    } else {
      excluded.produce(new ExcludedTypeBuildItem(MODELS));
    }
  }

  private static boolean isThere(String className) {
    return QuarkusClassLoader.isClassPresentAtRuntime(className);
  }
}
