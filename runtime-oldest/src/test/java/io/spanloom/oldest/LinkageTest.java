package io.spanloom.oldest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What our jars use of OpenTelemetry, against the oldest supported one on the class path. */
class LinkageTest {

  /**
   * Guarded by {@code OpenTelemetryFeatures}, or reached by values that an older one cannot have.
   */
  private static final Set<String> GUARDED =
      Set.of(
          "io.spanloom.internal.call.CallEvent uses AttributeKey.valueKey",
          "io.spanloom.internal.call.EventLogger uses LogRecordBuilder.setEventName",
          "io.spanloom.internal.call.EventLogger uses Logger.isEnabled",
          "io.spanloom.internal.call.GlobalTelemetry uses GlobalOpenTelemetry.isSet",
          "io.spanloom.internal.call.StructuredValues uses Value.empty",
          "io.spanloom.internal.call.StructuredValues uses Value.of",
          "io.spanloom.sdk.OtlpJson uses KeyValue.getKey",
          "io.spanloom.sdk.OtlpJson uses KeyValue.getValue",
          "io.spanloom.sdk.OtlpJson uses Value.getType",
          "io.spanloom.sdk.OtlpJson uses Value.getValue",
          "io.spanloom.sdk.OtlpJson uses ValueType.KEY_VALUE_LIST");

  private static final List<URL> JARS =
      Arrays.stream(System.getProperty("published.jars").split(File.pathSeparator, -1))
          .map(LinkageTest::url)
          .toList();

  @Test
  void allThatOurJarsUseIsThereOrGuarded() {
    Set<String> missing = new TreeSet<>();
    int found = 0;
    for (JavaClass type : new ClassFileImporter().importUrls(JARS)) {
      for (JavaAccess<?> access : type.getAccessesFromSelf()) {
        if (access.getTargetOwner().getPackageName().startsWith("io.opentelemetry")) {
          found++;
          if (access.getTarget().resolveMember().isEmpty()) {
            missing.add(
                type.getName()
                    + " uses "
                    + access.getTargetOwner().getSimpleName()
                    + "."
                    + access.getTarget().getName());
          }
        }
      }
    }

    assertThat(missing).isSubsetOf(GUARDED);
    assertThat(found).isGreaterThan(200);
  }

  /** What is internal changes without notice; integrations are published by others too. */
  @Test
  void integrationsUseTheRuntimeThroughItsApiAlone() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.spanloom.internal..")
        .check(new ClassFileImporter().importUrls(JARS.subList(1, JARS.size())));
  }

  @Test
  void everyClassOfTheRuntimeBearsReflection() {
    assertThat(new ClassFileImporter().importUrl(JARS.get(0)))
        .hasSizeGreaterThan(200)
        .allSatisfy(
            type ->
                assertThatCode(
                        () -> {
                          Class<?> loaded = Class.forName(type.getName(), false, loader());
                          loaded.getDeclaredMethods();
                          loaded.getDeclaredFields();
                          loaded.getDeclaredConstructors();
                        })
                    .as(type.getName())
                    .doesNotThrowAnyException());
  }

  private static URL url(String jar) {
    try {
      return Path.of(jar).toUri().toURL();
    } catch (MalformedURLException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static ClassLoader loader() {
    return LinkageTest.class.getClassLoader();
  }
}
