package io.spanloom;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

/** Which room may use which. */
class HouseRulesTest {

  private static final JavaClasses RUNTIME =
      new ClassFileImporter()
          .importUrl(Spanloom.class.getProtectionDomain().getCodeSource().getLocation());

  @Test
  void nothingInTheRuntimeKnowsTheProcessor() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.spanloom.processor..", "io.spanloom.maven..")
        .because("they share a file format, not classes")
        .check(RUNTIME);
  }

  @Test
  void onlyTheSdkRoomNeedsTheSdk() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.spanloom.sdk..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.opentelemetry.sdk..")
        .because("the SDK is an optional dependency")
        .check(RUNTIME);
  }

  @Test
  void theApiIsBuiltOnTheAdviceAndNotTheOtherWayRound() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "io.spanloom.advice..",
            "io.spanloom.content..",
            "io.spanloom.convention..",
            "io.spanloom.cost..",
            "io.spanloom.llm..",
            "io.spanloom.result..",
            "io.spanloom.metric..",
            "io.spanloom.propagation..",
            "io.spanloom.toolcall..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.spanloom", "io.spanloom.sdk..")
        .check(RUNTIME);
  }

  @Test
  void theLowerRoomsDoNotKnowTheAdvice() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "io.spanloom.content..",
            "io.spanloom.convention..",
            "io.spanloom.cost..",
            "io.spanloom.llm..",
            "io.spanloom.result..",
            "io.spanloom.metric..",
            "io.spanloom.propagation..",
            "io.spanloom.toolcall..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.spanloom.advice..")
        .check(RUNTIME);
  }
}
