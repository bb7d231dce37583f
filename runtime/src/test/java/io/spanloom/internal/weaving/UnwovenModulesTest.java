package io.spanloom.internal.weaving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Modules that nobody wove are told of; others are not. */
class UnwovenModulesTest {

  private static final String WOVEN = "io.spanloom.AgentTraceTest_SpanAspect";

  @TempDir Path module;

  private final List<String> warnings = new ArrayList<>();

  @Test
  void moduleWithoutWovenAspectIsNamed() throws IOException {
    warn("{\"formatVersion\": 1, \"spans\": [{\"aspect\": \"java.lang.String\"}]}");

    assertThat(warnings)
        .singleElement()
        .asString()
        .startsWith(module + " is compiled for tracing but not woven")
        .contains("java.lang.String", "mvn process-classes");
  }

  @Test
  void wovenModuleIsNot() throws IOException {
    warn("{\"spans\": [{\"aspect\": \"%s\"}]}".formatted(WOVEN));

    assertThat(warnings).isEmpty();
  }

  /** A development environment compiles the classes that have been edited. */
  @Test
  void classesThatWereCompiledAgainAreNamed() throws IOException {
    warn(
        """
        {"spans": [
          {"class": "java.lang.String", "method": "trim", "aspect": "%1$s"},
          {"class": "java.lang.String", "method": "strip", "aspect": "%1$s"},
          {"class": "java.lang.Runnable", "method": "run", "aspect": "%1$s", "implementations": true}
        ]}
        """
            .formatted(WOVEN));

    assertThat(warnings)
        .singleElement()
        .asString()
        .startsWith(module + " has classes that were compiled again and not woven")
        .contains("not traced: java.lang.String. Build with");
  }

  @Test
  void aClassLoaderIsLookedAtOnce() {
    ClassLoader loader =
        new ClassLoader(null) {
          @Override
          public java.util.Enumeration<URL> getResources(String name) {
            warnings.add(name);
            return java.util.Collections.emptyEnumeration();
          }
        };

    UnwovenModules.warnOnce(loader, warnings::add);
    UnwovenModules.warnOnce(loader, warnings::add);

    assertThat(warnings).hasSize(1);
  }

  @Test
  void whatCannotBeReadIsNoReasonToFail() throws IOException {
    warn("{\"spans\": [");
    warn("{\"spans\": []}");
    warn("{\"spans\": [{\"aspect\": \"com.acme.Gone_SpanAspect\"}]}");

    assertThat(warnings).isEmpty();
  }

  private void warn(String model) throws IOException {
    Path file = module.resolve("META-INF/spanloom/span-model.json");
    Files.createDirectories(file.getParent());
    Files.writeString(file, model);
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {module.toUri().toURL()}, getClass().getClassLoader()) {
          @Override
          public java.util.Enumeration<URL> getResources(String name) throws IOException {
            return findResources(name); // not those of the tests' own class path
          }
        }) {
      UnwovenModules.warn(loader, warnings::add);
    }
  }
}
