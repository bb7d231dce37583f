package io.spanloom.maven.extension;

import org.apache.maven.AbstractMavenLifecycleParticipant;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;

/**
 * Sets up the build of each project that names the plugin with {@code
 * <extensions>true</extensions>}: the goal {@code weave} is bound if no execution is configured,
 * and the compiler gets the processor. What the project configures itself stays as it is.
 */
public final class BuildExtension extends AbstractMavenLifecycleParticipant {

  private static final String PLUGIN = "io.spanloom:spanloom-maven-plugin";

  @Override
  public void afterProjectsRead(MavenSession session) {
    for (MavenProject project : session.getProjects()) {
      Plugin plugin = project.getPlugin(PLUGIN);
      if (plugin != null && plugin.isExtensions()) {
        WeaveExecution.addTo(plugin);
        new ProcessorSetup(project, plugin.getVersion(), Runtime.version().feature()).run();
      }
    }
  }
}
