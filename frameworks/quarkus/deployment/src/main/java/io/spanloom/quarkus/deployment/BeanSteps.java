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

  private static final String TOOLS = "io.spanloom.quarkus.TracedTools";

  /** The span that LangChain4j's extension makes of each model call. */
  private static final String SPANS_OF_MODELS =
      "io.quarkiverse.langchain4j.runtime.listeners.SpanChatModelListener";

  /** And of each tool call. */
  private static final String SPANS_OF_TOOLS =
      "io.quarkiverse.langchain4j.runtime.tool.ToolSpanWrapper";

  @BuildStep
  AdditionalBeanBuildItem start() {
    return AdditionalBeanBuildItem.unremovableOf(OpenTelemetryStart.class);
  }

  @BuildStep
  void langChain4j(
      BuildProducer<AdditionalBeanBuildItem> beans, BuildProducer<ExcludedTypeBuildItem> excluded) {
    boolean traced = isThere("io.spanloom.langchain4j.Traced");
    replace(
        SPANS_OF_MODELS,
        MODELS,
        traced && isThere("dev.langchain4j.model.chat.listener.ChatModelListener"),
        beans,
        excluded);
    replace(SPANS_OF_TOOLS, TOOLS, traced && isThere(SPANS_OF_TOOLS), beans, excluded);
  }

  private static void replace(
      String theirs,
      String ours,
      boolean both,
      BuildProducer<AdditionalBeanBuildItem> beans,
      BuildProducer<ExcludedTypeBuildItem> excluded) {
    if (both) {
      beans.produce(AdditionalBeanBuildItem.unremovableOf(ours));
    }
    excluded.produce(new ExcludedTypeBuildItem(both ? theirs : ours));
  }

  private static boolean isThere(String className) {
    return QuarkusClassLoader.isClassPresentAtRuntime(className);
  }
}
