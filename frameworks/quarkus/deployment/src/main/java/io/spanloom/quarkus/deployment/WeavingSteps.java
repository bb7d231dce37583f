package io.spanloom.quarkus.deployment;

import io.quarkus.bootstrap.model.ApplicationModel;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.ArchiveRootBuildItem;
import io.quarkus.deployment.builditem.BytecodeTransformerBuildItem;
import io.quarkus.deployment.builditem.FeatureBuildItem;
import io.quarkus.deployment.builditem.QuarkusBuildCloseablesBuildItem;
import io.quarkus.deployment.pkg.builditem.CurateOutcomeBuildItem;
import io.quarkus.maven.dependency.ResolvedDependency;
import io.spanloom.weaver.model.SpanModelException;
import io.spanloom.weaver.model.SpanModelReader;
import io.spanloom.weaver.weave.ClassWeaver;
import io.spanloom.weaver.weave.Dependency;
import io.spanloom.weaver.weave.WeaveException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Weaves the application's classes while Quarkus transforms them, so that no class file changes:
 * packages, native images, tests and each reload of dev mode have woven classes.
 */
public final class WeavingSteps {

  private static final Logger LOGGER = Logger.getLogger("io.spanloom");

  @BuildStep
  FeatureBuildItem feature() {
    return new FeatureBuildItem("spanloom");
  }

  @BuildStep
  void weave(
      ArchiveRootBuildItem root,
      CurateOutcomeBuildItem curated,
      QuarkusBuildCloseablesBuildItem closeables,
      BuildProducer<BytecodeTransformerBuildItem> transformers) {
    ApplicationModel application = curated.getApplicationModel();
    List<Path> own = modules(root, application);
    if (own.stream().noneMatch(WeavingSteps::hasModel)) {
      LOGGER.warn(
          "The application has no span model, so nothing is woven. If methods are annotated, check"
              + " that spanloom-processor runs (annotationProcessorPaths of maven-compiler-plugin).");
    }
    for (Path module : own) {
      weave(module, dependencies(module, own, application), closeables, transformers);
    }
  }

  /** The directories with classes: the application's, and in dev mode those of its modules. */
  private static List<Path> modules(ArchiveRootBuildItem root, ApplicationModel application) {
    List<Path> modules = new ArrayList<>();
    root.getRootDirectories().forEach(modules::add);
    for (ResolvedDependency dependency : application.getRuntimeDependencies()) {
      dependency.getResolvedPaths().stream()
          .filter(path -> Files.isDirectory(path) && hasModel(path))
          .forEach(modules::add);
    }
    return modules;
  }

  private static boolean hasModel(Path directory) {
    return Files.isRegularFile(directory.resolve(SpanModelReader.LOCATION));
  }

  private static List<Dependency> dependencies(
      Path module, List<Path> modules, ApplicationModel application) {
    List<Dependency> dependencies = new ArrayList<>();
    modules.stream()
        .filter(other -> !other.equals(module))
        .forEach(other -> dependencies.add(Dependency.of(other)));
    for (ResolvedDependency dependency : application.getRuntimeDependencies()) {
      String pattern = dependency.getGroupId() + ":" + dependency.getArtifactId();
      for (Path path : dependency.getResolvedPaths()) {
        if (!modules.contains(path)) {
          dependencies.add(new Dependency(path, dependency.getArtifactId(), pattern, true));
        }
      }
    }
    return dependencies;
  }

  private static void weave(
      Path module,
      List<Dependency> dependencies,
      QuarkusBuildCloseablesBuildItem closeables,
      BuildProducer<BytecodeTransformerBuildItem> transformers) {
    try {
      ClassWeaver weaver = closeables.add(ClassWeaver.open(module, dependencies, true));
      weaver.warnings().forEach(LOGGER::warn);
      for (String className : weaver.classNames()) {
        transformers.produce(transformer(weaver, className));
      }
      LOGGER.debugf("Spanloom traces %d methods of %s", weaver.methods(), module);
    } catch (WeaveException | SpanModelException failure) {
      throw new IllegalStateException(failure.getMessage(), failure);
    }
  }

  /** Not cacheable: what a class is woven with is in other classes. */
  private static BytecodeTransformerBuildItem transformer(ClassWeaver weaver, String className) {
    return new BytecodeTransformerBuildItem.Builder()
        .setClassToTransform(className)
        .setCacheable(false)
        .setInputTransformer((name, bytes) -> woven(weaver, className, bytes))
        .build();
  }

  private static byte[] woven(ClassWeaver weaver, String className, byte[] bytes) {
    try {
      return weaver.weave(className, bytes);
    } catch (WeaveException failure) {
      throw new IllegalStateException(failure.getMessage(), failure);
    }
  }
}
