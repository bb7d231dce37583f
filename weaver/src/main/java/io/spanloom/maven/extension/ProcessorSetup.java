package io.spanloom.maven.extension;

import org.apache.maven.model.Dependency;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * Has the compiler run the processor.
 *
 * <p>Where processors are named, it is named too. Where they are not, javac looks for them on the
 * class path, and naming one would switch off the others: then the processor is put there, as a
 * dependency that is not packaged. From JDK 23 on javac no longer looks unless it is configured to;
 * then there are no others, and it is named.
 */
final class ProcessorSetup {

  private static final String GROUP = "io.spanloom";
  private static final String ARTIFACT = "spanloom-processor";
  private static final String COMPILER = "org.apache.maven.plugins:maven-compiler-plugin";
  private static final String PATHS = "annotationProcessorPaths";
  private static final int NO_LONGER_LOOKS = 23;

  private final MavenProject project;
  private final String version;
  private final int javaVersion;

  ProcessorSetup(MavenProject project, String version, int javaVersion) {
    this.project = project;
    this.version = version;
    this.javaVersion = javaVersion;
  }

  void run() {
    Plugin compiler = project.getPlugin(COMPILER);
    if (compiler == null) {
      return;
    }
    for (PluginExecution execution : compiler.getExecutions()) {
      if (execution.getGoals().contains("compile")) {
        execution.setConfiguration(configured((Xpp3Dom) execution.getConfiguration()));
      }
    }
  }

  private @Nullable Xpp3Dom configured(@Nullable Xpp3Dom configuration) {
    Xpp3Dom paths = configuration == null ? null : configuration.getChild(PATHS);
    if (paths == null && looksOnClassPath(configuration)) {
      addDependency();
      return configuration;
    }
    Xpp3Dom changed =
        configuration == null ? new Xpp3Dom("configuration") : new Xpp3Dom(configuration);
    Xpp3Dom named = changed.getChild(PATHS);
    if (named == null) {
      named = new Xpp3Dom(PATHS);
      changed.addChild(named);
    }
    if (!names(named)) {
      named.addChild(path());
    }
    return changed;
  }

  private boolean looksOnClassPath(@Nullable Xpp3Dom configuration) {
    return javaVersion < NO_LONGER_LOOKS
        || (configuration != null && configuration.getChild("proc") != null)
        || project.getProperties().containsKey("maven.compiler.proc");
  }

  private void addDependency() {
    boolean there =
        project.getDependencies().stream()
            .anyMatch(each -> is(each.getGroupId(), each.getArtifactId()));
    if (!there) {
      Dependency processor = new Dependency();
      processor.setGroupId(GROUP);
      processor.setArtifactId(ARTIFACT);
      processor.setVersion(version);
      processor.setScope("provided");
      project.getDependencies().add(processor);
    }
  }

  private static boolean names(Xpp3Dom paths) {
    for (Xpp3Dom path : paths.getChildren()) {
      if (is(text(path, "groupId"), text(path, "artifactId"))) {
        return true;
      }
    }
    return false;
  }

  private static boolean is(@Nullable String groupId, @Nullable String artifactId) {
    return GROUP.equals(groupId) && ARTIFACT.equals(artifactId);
  }

  private static @Nullable String text(Xpp3Dom parent, String name) {
    Xpp3Dom child = parent.getChild(name);
    return child == null ? null : child.getValue();
  }

  private Xpp3Dom path() {
    Xpp3Dom path = new Xpp3Dom("path");
    path.addChild(element("groupId", GROUP));
    path.addChild(element("artifactId", ARTIFACT));
    path.addChild(element("version", version));
    return path;
  }

  private static Xpp3Dom element(String name, String value) {
    Xpp3Dom element = new Xpp3Dom(name);
    element.setValue(value);
    return element;
  }
}
