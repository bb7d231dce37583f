package io.spanloom.gradle;

import java.util.List;
import org.gradle.api.Project;
import org.gradle.api.artifacts.Configuration;
import org.gradle.api.artifacts.Dependency;
import org.gradle.api.plugins.JavaPlugin;
import org.gradle.api.provider.Provider;
import org.gradle.api.tasks.SourceSet;
import org.gradle.api.tasks.SourceSetContainer;

/** Adds the runtime, and the processor to what reads the sources: javac or kapt. */
record SpanloomDependencies(Project project, SpanloomExtension extension) {

  private static final String KAPT = "kapt";

  void addTo(SourceSetContainer sourceSets) {
    add(JavaPlugin.IMPLEMENTATION_CONFIGURATION_NAME, "spanloom-runtime");
    sourceSets.all(
        sourceSet ->
            add(sourceSet.getAnnotationProcessorConfigurationName(), "spanloom-processor"));
    project
        .getConfigurations()
        .configureEach(
            configuration -> {
              if (isKapt(configuration.getName(), sourceSets)) {
                add(configuration, "spanloom-processor");
              }
            });
  }

  /** {@code kapt}, {@code kaptTest} and so on: one for each source set. */
  private static boolean isKapt(String name, SourceSetContainer sourceSets) {
    return sourceSets.stream()
        .map(SourceSet::getName)
        .anyMatch(
            set ->
                name.equals(
                    set.equals(SourceSet.MAIN_SOURCE_SET_NAME)
                        ? KAPT
                        : KAPT + Character.toUpperCase(set.charAt(0)) + set.substring(1)));
  }

  private void add(String configuration, String artifact) {
    add(project.getConfigurations().getByName(configuration), artifact);
  }

  private void add(Configuration configuration, String artifact) {
    Provider<List<Dependency>> dependencies =
        extension
            .getAddDependencies()
            .map(
                added ->
                    added
                        ? List.of(
                            project
                                .getDependencies()
                                .create("io.spanloom:" + artifact + ":" + PluginVersion.get()))
                        : List.<Dependency>of());
    configuration.getDependencies().addAllLater(dependencies);
  }
}
