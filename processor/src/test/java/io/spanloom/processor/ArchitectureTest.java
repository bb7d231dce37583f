package io.spanloom.processor;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Modifier;
import org.junit.jupiter.api.Test;

/** Each package keeps to its one job. */
class ArchitectureTest {

  private static final String ROOT = "io.spanloom.processor";

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @Test
  void theModelKnowsNoCompiler() {
    noClasses()
        .that()
        .resideInAPackage("..model..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javax.lang.model..", "javax.annotation.processing..", "com.sun..")
        .check(classes);
  }

  /** Modifiers are part of JavaPoet's interface, and keywords are the same for everyone. */
  @Test
  void onlyTheReaderTouchesElements() {
    noClasses()
        .that()
        .resideInAnyPackage(
            ROOT + ".validate..",
            ROOT + ".write..",
            ROOT + ".schema..",
            ROOT + ".report..",
            ROOT + ".registry..")
        .should()
        .dependOnClassesThat(resideInAPackage("javax.lang.model..").and(not(isHarmless())))
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage("javax.annotation.processing..", "com.sun..")
        .check(classes);
  }

  @Test
  void dependenciesGoOneWay() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("wiring")
        .definedBy(ROOT)
        .layer("read")
        .definedBy(ROOT + ".read..")
        .layer("validate")
        .definedBy(ROOT + ".validate..")
        .layer("write")
        .definedBy(ROOT + ".write..")
        .layer("schema")
        .definedBy(ROOT + ".schema..")
        .layer("report")
        .definedBy(ROOT + ".report..")
        .layer("registry")
        .definedBy(ROOT + ".registry..")
        .layer("model")
        .definedBy(ROOT + ".model..")
        .whereLayer("wiring")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("read")
        .mayOnlyBeAccessedByLayers("wiring")
        .whereLayer("validate")
        .mayOnlyBeAccessedByLayers("wiring")
        .whereLayer("write")
        .mayOnlyBeAccessedByLayers("wiring")
        .whereLayer("schema")
        .mayOnlyBeAccessedByLayers("write")
        .whereLayer("report")
        .mayOnlyBeAccessedByLayers("wiring", "read", "validate")
        .whereLayer("registry")
        .mayOnlyBeAccessedByLayers("read", "validate", "write")
        .check(classes);
  }

  @Test
  void librariesStayWhereTheyAreUsed() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + ".write..", ROOT + ".schema..", ROOT + ".registry..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.palantir..", "com.fasterxml..")
        .check(classes);
  }

  @Test
  void theProcessorIsTheOnlyPublicTypeOfItsPackage() {
    classes()
        .that()
        .resideInAPackage(ROOT)
        .and()
        .doNotHaveSimpleName("SpanloomProcessor")
        .should()
        .notBePublic()
        .check(classes);
  }

  private static DescribedPredicate<JavaClass> isHarmless() {
    return belongToAnyOf(Modifier.class, SourceVersion.class);
  }
}
