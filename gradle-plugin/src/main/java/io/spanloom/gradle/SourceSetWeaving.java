package io.spanloom.gradle;

import static java.util.stream.Collectors.toMap;

import java.util.Map;
import java.util.Set;
import org.gradle.api.Project;
import org.gradle.api.artifacts.Configuration;
import org.gradle.api.artifacts.component.ComponentIdentifier;
import org.gradle.api.artifacts.component.ModuleComponentIdentifier;
import org.gradle.api.artifacts.component.ProjectComponentIdentifier;
import org.gradle.api.artifacts.result.ResolvedArtifactResult;
import org.gradle.api.file.ConfigurableFileCollection;
import org.gradle.api.file.Directory;
import org.gradle.api.provider.Provider;
import org.gradle.api.tasks.SourceSet;
import org.gradle.api.tasks.TaskContainer;
import org.gradle.api.tasks.TaskProvider;

/** Puts a task between the compilers of a source set and all that uses its classes. */
record SourceSetWeaving(Project project, SpanloomExtension extension) {

  /** Adds the task, whose output becomes the source set's classes. */
  void add(SourceSet sourceSet) {
    TaskProvider<SpanloomWeave> weave =
        project
            .getTasks()
            .register(taskName(sourceSet), SpanloomWeave.class, task -> configure(task, sourceSet));
    TaskContainer tasks = project.getTasks();
    tasks.named(sourceSet.getClassesTaskName()).configure(task -> task.dependsOn(weave));
    // Other compilers add their directories when the build script has been read.
    project.afterEvaluate(evaluated -> evaluated.afterEvaluate(last -> replace(sourceSet, weave)));
  }

  private static void replace(SourceSet sourceSet, TaskProvider<SpanloomWeave> weave) {
    ConfigurableFileCollection classes =
        (ConfigurableFileCollection) sourceSet.getOutput().getClassesDirs();
    Set<Object> compiled = Set.copyOf(classes.getFrom());
    Set<Object> compilers = Set.copyOf(classes.getBuiltBy());
    weave.configure(
        task -> {
          task.getCompiled().from(compiled);
          task.getCompiled().builtBy(compilers);
        });
    classes.setFrom(weave.flatMap(SpanloomWeave::getWoven));
  }

  /** The woven classes of a source set. */
  Provider<Directory> woven(SourceSet sourceSet) {
    return project
        .getTasks()
        .named(taskName(sourceSet), SpanloomWeave.class)
        .flatMap(SpanloomWeave::getWoven);
  }

  private static String taskName(SourceSet sourceSet) {
    return sourceSet.getTaskName("weave", "spans");
  }

  private void configure(SpanloomWeave task, SourceSet sourceSet) {
    task.setGroup(SpanloomPlugin.GROUP);
    task.setDescription("Weaves spans into the classes of " + sourceSet.getName() + ".");
    task.getPropagateContext().set(extension.getPropagateContext());
    task.getToolVersion().set(PluginVersion.get());
    task.getWoven()
        .convention(
            project.getLayout().getBuildDirectory().dir("classes/woven/" + sourceSet.getName()));
    task.getWeaverState()
        .convention(project.getLayout().getBuildDirectory().dir("tmp/" + taskName(sourceSet)));
    setClassPath(sourceSet, task.getClassPath());
  }

  /** Sets what a source set's classes see. */
  void setClassPath(SourceSet sourceSet, ClassPathInputs classPath) {
    Configuration runtime =
        project.getConfigurations().getByName(sourceSet.getRuntimeClasspathConfigurationName());
    classPath.getRuntime().from(runtime);
    classPath.getCompileTime().from(sourceSet.getCompileClasspath());
    classPath
        .getCoordinates()
        .set(
            runtime
                .getIncoming()
                .getArtifacts()
                .getResolvedArtifacts()
                .map(SourceSetWeaving::coordinates));
    classPath.getIncludes().set(extension.getIncludes());
    classPath.getExcludes().set(extension.getExcludes());
  }

  private static Map<String, String> coordinates(Set<ResolvedArtifactResult> artifacts) {
    return artifacts.stream()
        .collect(
            toMap(
                artifact -> artifact.getFile().getPath(),
                artifact -> coordinates(artifact.getId().getComponentIdentifier()),
                (first, second) -> first));
  }

  private static String coordinates(ComponentIdentifier component) {
    if (component instanceof ModuleComponentIdentifier module) {
      return module.getGroup() + ":" + module.getModule();
    }
    return component instanceof ProjectComponentIdentifier project
        ? "project:" + project.getProjectName()
        : "GROUP:ARTIFACT";
  }
}
