package io.spanloom.gradle;

import java.io.File;
import java.util.List;
import org.gradle.api.Plugin;
import org.gradle.api.Project;
import org.gradle.api.Task;
import org.gradle.api.plugins.JavaPlugin;
import org.gradle.api.plugins.JavaPluginExtension;
import org.gradle.api.tasks.SourceSet;
import org.gradle.api.tasks.SourceSetContainer;
import org.gradle.api.tasks.TaskProvider;
import org.gradle.language.base.plugins.LifecycleBasePlugin;

/**
 * Weaves the classes of every source set, and adds the tasks {@code spanloomModel}, {@code
 * spanloomCheck}, {@code spanloomView} and {@code spanloomDoctor}.
 */
public abstract class SpanloomPlugin implements Plugin<Project> {

  static final String GROUP = "spanloom";
  private static final String EXTENSION = "spanloom";

  @Override
  public void apply(Project project) {
    SpanloomExtension extension =
        project.getExtensions().create(EXTENSION, SpanloomExtension.class);
    setDefaults(project, extension);
    project
        .getTasks()
        .register(
            "spanloomView",
            SpanloomView.class,
            task -> describe(task, "Shows recorded traces as an HTML page."));
    project
        .getTasks()
        .register(
            "spanloomDoctor",
            SpanloomDoctor.class,
            task -> {
              describe(task, "Sends a test trace with the OpenTelemetry settings in force.");
              task.getPatience().convention("15");
            });
    project.getPlugins().withType(JavaPlugin.class, java -> addTasksForClasses(project, extension));
  }

  private static void setDefaults(Project project, SpanloomExtension extension) {
    extension.getPropagateContext().convention(true);
    extension.getAddDependencies().convention(true);
    extension.getFailOnLint().convention(false);
    extension
        .getLockFile()
        .convention(project.getLayout().getProjectDirectory().file("spanloom.lock.json"));
    extension
        .getReports()
        .convention(project.getLayout().getBuildDirectory().dir("reports/spanloom"));
  }

  private static void addTasksForClasses(Project project, SpanloomExtension extension) {
    SourceSetContainer sourceSets =
        project.getExtensions().getByType(JavaPluginExtension.class).getSourceSets();
    new SpanloomDependencies(project, extension).addTo(sourceSets);
    SourceSetWeaving weaving = new SourceSetWeaving(project, extension);
    sourceSets.all(weaving::add);
    SourceSet main = sourceSets.getByName(SourceSet.MAIN_SOURCE_SET_NAME);
    addModel(project, extension, weaving, main);
    addCheck(project, extension, weaving, main);
  }

  private static void addModel(
      Project project, SpanloomExtension extension, SourceSetWeaving weaving, SourceSet main) {
    String version = String.valueOf(project.getVersion());
    project
        .getTasks()
        .register(
            "spanloomModel",
            SpanloomModel.class,
            task -> {
              describe(task, "Prints the spans that the project's classes will emit.");
              task.getClasses().set(weaving.woven(main));
              weaving.setClassPath(main, task.getClassPath());
              task.getGroupName().set(project.provider(() -> String.valueOf(project.getGroup())));
              task.getArtifact().set(project.getName());
              task.getVersion().set(version);
              task.getBuildRoot().set(project.getRootDir());
              task.getFailOnLint().set(extension.getFailOnLint());
              task.getReports().set(extension.getReports());
            });
  }

  /** The check is part of {@code gradle check} once there is something to compare with. */
  private static void addCheck(
      Project project, SpanloomExtension extension, SourceSetWeaving weaving, SourceSet main) {
    TaskProvider<SpanloomCheck> check =
        project
            .getTasks()
            .register(
                "spanloomCheck",
                SpanloomCheck.class,
                task -> {
                  describe(task, "Compares the spans with what spanloom.lock.json promises.");
                  task.getClasses().set(weaving.woven(main));
                  task.getArtifact().set(project.getName());
                  task.getLockFile().set(extension.getLockFile());
                  task.getUpdate().convention(false);
                });
    project
        .getTasks()
        .named(LifecycleBasePlugin.CHECK_TASK_NAME)
        .configure(
            task ->
                task.dependsOn(
                    project.provider(
                        () -> exists(extension) ? List.of(check) : List.<Object>of())));
  }

  private static boolean exists(SpanloomExtension extension) {
    File file = extension.getLockFile().get().getAsFile();
    return file.exists();
  }

  private static void describe(Task task, String description) {
    task.setGroup(GROUP);
    task.setDescription(description);
  }
}
