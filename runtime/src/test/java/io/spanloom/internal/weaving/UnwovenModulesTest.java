package io.spanloom.internal.weaving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** There is a warning of modules that nobody wove, and of no others. */
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
    compile("Shop_SpanAspect", "static Object aspectOf() { return null; }");
    compile("Shop", "String woven = \"io/spanloom/internal/advice/Woven\";");
    compile("Clerk", "");
    compile("Desk", "");

    warn(
        """
        {"spans": [
          {"class": "com.acme.Shop", "method": "open", "aspect": "com.acme.Shop_SpanAspect"},
          {"class": "com.acme.Clerk", "method": "ask", "aspect": "com.acme.Shop_SpanAspect"},
          {"class": "com.acme.Clerk", "method": "tell", "aspect": "com.acme.Shop_SpanAspect"},
          {"class": "com.acme.Desk", "method": "run", "aspect": "com.acme.Shop_SpanAspect",
           "implementations": true}
        ]}
        """);

    assertThat(warnings)
        .singleElement()
        .asString()
        .startsWith(module + " has classes that were compiled again and not woven")
        .contains("not traced: com.acme.Clerk. Build with");
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

  private void compile(String name, String member) throws IOException {
    Path source = module.resolve(name + ".java");
    Files.writeString(source, "package com.acme; class %s { %s }".formatted(name, member));
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-d", module.toString(), source.toString()))
        .isZero();
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
