package io.spanloom.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;

/**
 * Weaves spans into the annotated methods of the module's test classes, as {@code weave} does for
 * its classes.
 */
@Mojo(
    name = "test-weave",
    defaultPhase = LifecyclePhase.PROCESS_TEST_CLASSES,
    requiresDependencyResolution = ResolutionScope.TEST,
    threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven sets the parameters
public final class TestWeaveMojo extends AbstractWeaveMojo {

  /** The module's compiled test classes. */
  @Parameter(defaultValue = "${project.build.testOutputDirectory}", readonly = true)
  private File testClassesDirectory;

  @Override
  Path classesDirectory() {
    return testClassesDirectory.toPath();
  }

  @Override
  List<String> classPath(MavenProject project) throws DependencyResolutionRequiredException {
    return project.getTestClasspathElements();
  }

  @Override
  String stateName() {
    return "test-weave";
  }
}
