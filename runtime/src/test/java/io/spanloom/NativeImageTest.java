package io.spanloom;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the jar says to GraalVM's {@code native-image} of its resources and its reflection. */
@Tag("newest") // it names members that an older OpenTelemetry lacks
class NativeImageTest {

  private static final String METADATA = "/META-INF/native-image/io.spanloom/spanloom-runtime/";

  /** What looks a class or a member up by its name, or a resource. */
  private static final Set<String> BY_NAME =
      Set.of(
          "forName",
          "loadClass",
          "getMethod",
          "getMethods",
          "getDeclaredMethod",
          "getDeclaredMethods",
          "getField",
          "getDeclaredField",
          "getConstructor",
          "getDeclaredConstructor",
          "newInstance",
          "newProxyInstance",
          "getRecordComponents",
          "getResource",
          "getResources",
          "getResourceAsStream");

  @Test
  void everyResourceIsIncluded() throws Exception {
    List<Pattern> included = new ArrayList<>();
    for (JsonNode include : read("resource-config.json").at("/resources/includes")) {
      included.add(Pattern.compile(include.get("pattern").asText()));
    }
    assertThat(resources())
        .hasSizeGreaterThan(40)
        .allMatch(file -> included.stream().anyMatch(rule -> rule.matcher(file).matches()));
  }

  /** Each entry counts once its class is used; an entry with a wrong condition never would. */
  @Test
  void everyConditionNamesAClassOfTheRuntime() throws Exception {
    List<String> classes = new ArrayList<>();
    read("reflect-config.json").findValuesAsText("typeReachable", classes);
    read("resource-config.json").findValuesAsText("typeReachable", classes);
    for (String name : classes) {
      assertThat(Class.forName(name, false, getClass().getClassLoader())).isNotNull();
    }
  }

  @Test
  void everyMemberIsOneOfOpenTelemetry() throws Exception {
    for (JsonNode entry : read("reflect-config.json")) {
      String name = entry.get("name").asText();
      if (name.contains(".shaded.")) {
        continue; // the agent's, which a native image never has: it says that it is not there
      }
      Class<?> type = Class.forName(name, false, getClass().getClassLoader());
      for (JsonNode field : entry.path("fields")) {
        assertThat(type.getDeclaredField(field.get("name").asText())).isNotNull();
      }
      for (JsonNode method : entry.path("queriedMethods")) {
        assertThat(type.getMethod(method.get("name").asText(), parameters(method))).isNotNull();
      }
    }
  }

  /** A new look-up by name needs an entry in the metadata, and then one here. */
  @Test
  void onlyTheseClassesLookThingsUpByName() {
    JavaClasses runtime =
        new ClassFileImporter()
            .importUrl(Spanloom.class.getProtectionDomain().getCodeSource().getLocation());
    Set<String> found =
        runtime.stream()
            .filter(type -> type.getPackageName().startsWith("io.spanloom"))
            .flatMap(type -> type.getAccessesFromSelf().stream())
            .filter(NativeImageTest::looksUp)
            .map(access -> access.getOriginOwner().getSimpleName() + "." + access.getName())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(found)
        .containsExactly(
            "AvailableExporters.getResource", // service files, which are included by themselves
            "BundledIntegrations.getResources", // of the jar that bundles them
            "BundledPrices.getResourceAsStream",
            "GlobalTelemetry.forName",
            "GlobalTelemetry.getDeclaredField",
            "InstrumentationScope.getResourceAsStream",
            "KeyRegistry.getResourceAsStream",
            "OpenTelemetryFeatures.getMethod",
            "Overloads.getMethods", // for load-time weaving, which a native image has none of
            "ProviderNames.loadClass", // a service's provider, which is included by itself
            "TracedModule.getResources", // warnings of development: without models there are none
            "Weaving.forName",
            "Weaving.getDeclaredMethods",
            "Weaving.getResourceAsStream");
  }

  private static boolean looksUp(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getName();
    return BY_NAME.contains(access.getName())
        && (owner.startsWith("java.lang.Class") || owner.startsWith("java.lang.reflect."));
  }

  private static Class<?>[] parameters(JsonNode method) throws ClassNotFoundException {
    List<Class<?>> result = new ArrayList<>();
    for (JsonNode name : method.get("parameterTypes")) {
      result.add(Class.forName(name.asText()));
    }
    return result.toArray(Class<?>[]::new);
  }

  private static List<String> resources() throws IOException, URISyntaxException {
    Path classes =
        Path.of(Spanloom.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> files = Files.walk(classes)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> classes.relativize(file).toString().replace('\\', '/'))
          .filter(file -> file.matches(".*\\.(json|properties)"))
          .filter(file -> !file.startsWith("META-INF"))
          .toList();
    }
  }

  private static JsonNode read(String file) throws IOException {
    try (InputStream in = NativeImageTest.class.getResourceAsStream(METADATA + file)) {
      return new ObjectMapper().readTree(in);
    }
  }
}
