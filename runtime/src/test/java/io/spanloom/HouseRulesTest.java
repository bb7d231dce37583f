package io.spanloom;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Which room may use which. */
class HouseRulesTest {

  private static final JavaClasses RUNTIME =
      new ClassFileImporter()
          .importUrl(Spanloom.class.getProtectionDomain().getCodeSource().getLocation());

  /** The largest groups as measured: a call with its plan and role. */
  private static final int LARGEST_GROUP = 6;

  @Test
  void nothingInTheRuntimeKnowsTheProcessor() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.spanloom.processor..", "io.spanloom.weaver..", "io.spanloom.maven..")
        .because("they share a file format, not classes")
        .check(RUNTIME);
  }

  @Test
  void onlyTheSdkRoomNeedsTheSdk() {
    noClasses()
        .that()
        .resideOutsideOfPackages("io.spanloom.sdk..", "io.spanloom.internal.sampling..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.opentelemetry.sdk..")
        .because("the SDK is an optional dependency")
        .check(RUNTIME);
  }

  @Test
  void noPackagesNeedEachOther() {
    slices().assignedFrom(new Packages()).should().beFreeOfCycles().check(RUNTIME);
  }

  @Test
  void nothingBelowTheDoorKnowsIt() {
    noClasses()
        .that()
        .resideInAPackage("io.spanloom.internal..")
        .and()
        .resideOutsideOfPackage("io.spanloom.internal.advice..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.spanloom.internal.advice..")
        .check(RUNTIME);
  }

  @Test
  void whatIsInternalDoesNotKnowTheApiThatIsBuiltOnIt() {
    noClasses()
        .that()
        .resideInAPackage("io.spanloom.internal..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.spanloom", "io.spanloom.sdk..")
        .check(RUNTIME);
  }

  @Test
  void noLargeGroupOfClassesNeedsEachOther() {
    Map<String, Set<String>> uses = uses();
    Set<Set<String>> groups = new LinkedHashSet<>();
    for (String type : uses.keySet()) {
      Set<String> group = reachable(type, uses);
      group.removeIf(other -> !reachable(other, uses).contains(type));
      groups.add(group);
    }

    assertThat(groups)
        .allSatisfy(group -> assertThat(group).hasSizeLessThanOrEqualTo(LARGEST_GROUP));
  }

  /** Which top-level classes of the runtime each of them uses. */
  private static Map<String, Set<String>> uses() {
    Map<String, Set<String>> uses = new TreeMap<>();
    for (JavaClass type : RUNTIME) {
      Set<String> used = uses.computeIfAbsent(topLevel(type), name -> new TreeSet<>());
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        JavaClass target = dependency.getTargetClass().getBaseComponentType();
        if (RUNTIME.contain(target.getName())) {
          used.add(topLevel(target));
        }
      }
    }
    return uses;
  }

  private static String topLevel(JavaClass type) {
    return type.getName().replaceFirst("\\$.*", "");
  }

  private static Set<String> reachable(String from, Map<String, Set<String>> uses) {
    Set<String> reached = new TreeSet<>();
    Deque<String> next = new ArrayDeque<>(Set.of(from));
    while (!next.isEmpty()) {
      String type = next.pop();
      if (reached.add(type)) {
        next.addAll(uses.getOrDefault(type, Set.of()));
      }
    }
    return reached;
  }

  private static final class Packages implements SliceAssignment {

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      return SliceIdentifier.of(type.getPackageName());
    }

    @Override
    public String getDescription() {
      return "packages";
    }
  }
}
