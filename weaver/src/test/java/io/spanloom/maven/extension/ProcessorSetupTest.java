package io.spanloom.maven.extension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.StringReader;
import java.util.List;
import org.apache.maven.model.Build;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.Test;

/** How the compiler gets the processor, by its version and the project's configuration. */
class ProcessorSetupTest {

  private static final String NAMED =
      "<annotationProcessorPaths><path><artifactId>lombok</artifactId></path></annotationProcessorPaths>";

  private final PluginExecution compile = new PluginExecution();
  private final MavenProject project = project(compile);

  @Test
  void isAddedToTheProcessorsThatAreNamed() throws Exception {
    configure(NAMED);

    setUp(17);
    setUp(17); // once is enough

    assertThat(paths()).containsExactly("lombok", "spanloom-processor");
    assertThat(project.getDependencies()).isEmpty();
  }

  @Test
  void isPutOnTheClassPathWhereJavacLooksForProcessors() throws Exception {
    setUp(22);
    setUp(22);

    assertThat(compile.getConfiguration()).isNull();
    assertThat(project.getDependencies())
        .extracting(Dependency::getArtifactId, Dependency::getScope)
        .containsExactly(tuple("spanloom-processor", "provided"));
  }

  @Test
  void isNamedWhereJavacNoLongerLooks() throws Exception {
    setUp(23);

    assertThat(paths()).containsExactly("spanloom-processor");
    assertThat(project.getDependencies()).isEmpty();
  }

  @Test
  void isPutOnTheClassPathIfJavacIsConfiguredToLook() throws Exception {
    configure("<proc>full</proc>");

    setUp(25);

    assertThat(project.getDependencies()).hasSize(1);
  }

  private void setUp(int javaVersion) {
    new ProcessorSetup(project, "1", javaVersion).run();
  }

  private void configure(String configuration) throws Exception {
    compile.setConfiguration(
        Xpp3DomBuilder.build(
            new StringReader("<configuration>" + configuration + "</configuration>")));
  }

  private List<String> paths() {
    Xpp3Dom named = ((Xpp3Dom) compile.getConfiguration()).getChild("annotationProcessorPaths");
    return List.of(named.getChildren()).stream()
        .map(path -> path.getChild("artifactId").getValue())
        .toList();
  }

  private static MavenProject project(PluginExecution compile) {
    compile.setGoals(List.of("compile"));
    Plugin compiler = new Plugin();
    compiler.setGroupId("org.apache.maven.plugins");
    compiler.setArtifactId("maven-compiler-plugin");
    compiler.addExecution(compile);
    Model model = new Model();
    model.setBuild(new Build());
    model.getBuild().addPlugin(compiler);
    return new MavenProject(model);
  }
}
