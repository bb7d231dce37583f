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
 * Weaves spans into the annotated methods of the module's classes.
 *
 * <p>Only the classes that the span model names are touched, and only if they, their aspects or
 * their dependencies changed. Afterwards every method of the model is proven to be traced; a method
 * that is not fails the build.
 */
@Mojo(
    name = "weave",
    defaultPhase = LifecyclePhase.PROCESS_CLASSES,
    requiresDependencyResolution = ResolutionScope.COMPILE,
    threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven sets the parameters
public final class WeaveMojo extends AbstractWeaveMojo {

  /** The module's compiled classes. */
  @Parameter(defaultValue = "${project.build.outputDirectory}", readonly = true)
  private File classesDirectory;

  @Override
  Path classesDirectory() {
    return classesDirectory.toPath();
  }

  @Override
  List<String> classPath(MavenProject project) throws DependencyResolutionRequiredException {
    return project.getCompileClasspathElements();
  }

  @Override
  String stateName() {
    return "weave";
  }
}
