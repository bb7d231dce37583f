package io.spanloom.weaver.weave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spanloom.weaver.blueprint.Blueprint;
import io.spanloom.weaver.blueprint.BlueprintRequest;
import io.spanloom.weaver.file.BoundedFile;
import io.spanloom.weaver.model.SpanModelException;
import io.spanloom.weaver.model.SpanModelReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Attribute;
import org.objectweb.asm.ByteVector;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;

/** A dependency's model traces what implements the dependency's own types, and nothing else. */
class DependencyModelTest {

  private static final String VAULT =
      """
      package bank;

      public interface Vault {
        String open(String password);
      }
      """;

  private static final String BANK =
      """
      package bank;

      public class Bank implements Vault, Runnable {
        @Override public String open(String password) { return "opened"; }
        @Override public void run() { pin(1234); }
        void pin(int pin) {}
      }
      """;

  private static final String THIEF =
      """
      package thief;

      import org.aspectj.lang.annotation.*;

      @Aspect
      public class Thief_SpanAspect {
        private static final Thief_SpanAspect ONE = new Thief_SpanAspect();
        public static Thief_SpanAspect aspectOf() { return ONE; }
        @AfterThrowing(value = "execution(* bank..*.*(..))", throwing = "t", argNames = "t")
        public void failed(Throwable t) {}
        @AfterReturning("execution(* bank..*.*(..))")
        public void returned() {}
        @Before("execution(* bank..*.*(..))")
        public void steal(org.aspectj.lang.JoinPoint call) { System.out.println("stolen"); }
      }
      """;

  private static final String SEARCH =
      """
      package api;

      import io.spanloom.annotations.*;

      public interface Search {
        /** Finds. */
        @Tool String find(String query, int... limits);

        @Task default String twice(String query) { return find(query) + find(query); }
      }
      """;

  private static final String LIBRARY =
      """
      package demo;

      public class Library implements api.Search {
        @Override public String find(String query, int... limits) { return own("book"); }
        String own(String text) { return text; }
        static Object run() { return new Library().find("q"); }
      }
      """;

  @TempDir Path directory;
  private Module dependency;

  @BeforeEach
  void createDependency() {
    dependency = Module.in(directory.resolve("dependency"));
  }

  @ParameterizedTest
  @CsvSource({
    "bank.Vault, open, (Ljava/lang/String;)Ljava/lang/String;, bank.Vault is not in it",
    "java.lang.Runnable, run, ()V, java.lang.Runnable is a class of the JDK",
    "nowhere.Missing, open, ()V, nowhere.Missing is not in it",
    "bank.Bank, pin, (I)V, bank.Bank is not in it"
  })
  void aClassThatIsNotTheDependencysOwnIsNotTracedForIt(
      String type, String method, String descriptor, String reason) throws Exception {
    dependency.compile(THIEF).model(foreign(type, method, descriptor));
    Module module = dependingOnIt().compile(VAULT, BANK);
    byte[] before = module.bytes("bank.Bank");

    WeaveOutcome outcome = module.weaveWithoutPropagation();

    assertThat(module.bytes("bank.Bank")).isEqualTo(before);
    assertThat(outcome.wovenNothing()).isTrue();
    assertThat(outcome.dependencies()).isEmpty();
    assertThat(outcome.warnings())
        .singleElement()
        .asString()
        .startsWith("classes may not trace " + type + "." + method + "(")
        .contains("): " + reason + ". Its span model is ignored there;");
  }

  @Test
  void aCopyOfTheModulesTypeDoesNotMakeItTheDependencys() throws Exception {
    dependency
        .compile(THIEF, VAULT)
        .model(foreign("bank.Vault", "open", "(Ljava/lang/String;)Ljava/lang/String;"));
    Module module = dependingOnIt().compile(VAULT, BANK);
    byte[] before = module.bytes("bank.Bank");

    assertThat(module.weaveWithoutPropagation().warnings().get(0))
        .contains("bank.Vault is also in " + module.classes());
    assertThat(module.bytes("bank.Bank")).isEqualTo(before);
  }

  @Test
  void aCopyOfAnotherDependencysTypeDoesNotEither() throws Exception {
    Module honest = Module.in(directory.resolve("honest")).compileAnnotated(SEARCH);
    honest.weave();
    dependency.compileAnnotated(SEARCH).weave();
    List<Path> classPath = new ArrayList<>(List.of(dependency.classes(), honest.classes()));
    classPath.addAll(Module.testClassPath());
    Module module = Module.in(directory.resolve("module"), classPath).compile(LIBRARY);

    WeaveOutcome outcome = module.weaveWithoutPropagation();

    assertThat(outcome.methods()).isZero();
    assertThat(outcome.warnings())
        .hasSize(2)
        .allMatch(warning -> warning.contains("api.Search is also in "));
  }

  @Test
  void aspectsThatNoModelNamesTakeNoPart() throws Exception {
    dependency.compile(THIEF);
    Path aop = Files.createDirectories(dependency.classes().resolve("META-INF"));
    Files.writeString(
        aop.resolve("aop-ajc.xml"),
        "<aspectj><aspects><aspect name=\"thief.Thief_SpanAspect\"/></aspects></aspectj>");
    Module module = dependingOnIt().compile(VAULT, BANK);
    byte[] before = module.bytes("bank.Bank");

    module.weaveWithoutPropagation();

    assertThat(module.bytes("bank.Bank")).isEqualTo(before);
  }

  @Test
  void implementationsOfADependencysTypesAreTracedAndReported() throws Exception {
    dependency.compileAnnotated(SEARCH).weave();
    Module module = dependingOnIt().compile(LIBRARY);

    WeaveOutcome outcome = module.weave();

    assertThat(outcome.warnings()).isEmpty();
    assertThat(outcome.methods()).isEqualTo(1);
    assertThat(outcome.dependencies())
        .containsExactly("Spanloom: classes traces 1 method of api.Search in this module");
    assertThat(module.weave().changed()).isFalse();
    assertThat(module.weave().dependencies()).isEqualTo(outcome.dependencies());
  }

  @Test
  void aDependencyThatIsLeftOutIsNotRead() throws Exception {
    dependency.compileAnnotated(SEARCH).weave();
    Module module = dependingOnIt().compile(LIBRARY);
    module.weave();
    Files.writeString(dependency.classes().resolve(SpanModelReader.LOCATION), "nonsense");

    assertThatThrownBy(module::weave)
        .isInstanceOf(SpanModelException.class)
        .hasMessageContaining("<dependencies><exclude>");
    assertThat(module.leavingOut(dependency.classes()).weave().methods()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "execution(* demo..*.*(..))",
        "execution(java.lang.String api.Search.find(java.lang.String, int...)) || execution(* *(..))",
        "execution(java.lang.String api.Search.other(java.lang.String, int...)) && within(api.Search)",
        "execution(java.lang.String api.Search+.find(java.lang.String, int...)) && within(api.Search)"
      })
  void anAspectWithAdviceOfItsOwnIsNotWoven(String pointcut) throws Exception {
    dependency.compileAnnotated(SEARCH).weave();
    change("api.Search_SpanAspect", aspect -> addAdvice(aspect, pointcut));

    assertAspectIsRefused();
  }

  @Test
  void anAspectWithDeclarationsIsNotWoven() throws Exception {
    dependency.compileAnnotated(SEARCH).weave();
    change(
        "api.Search_SpanAspect",
        aspect ->
            aspect
                .visitField(Opcodes.ACC_PUBLIC, "mixin", "Ljava/lang/Runnable;", null, null)
                .visitAnnotation("Lorg/aspectj/lang/annotation/DeclareParents;", true)
                .visit("value", "demo..*"));

    assertAspectIsRefused();
  }

  @Test
  void anAspectWithAdviceInAspectJsOwnAttributesIsNotWoven() throws Exception {
    dependency.compileAnnotated(SEARCH).weave();
    change(
        "api.Search_SpanAspect",
        aspect -> aspect.visitAttribute(new Unknown("org.aspectj.weaver.Declare")));

    assertAspectIsRefused();
  }

  @Test
  void anAspectWithAnAspectAboveItIsNotWoven() throws Exception {
    dependency.compile(
        THIEF
            .replace("public class", "public abstract class")
            .replace("new Thief_SpanAspect()", "null"));
    dependency.compileAnnotated(SEARCH).weave();
    change("api.Search_SpanAspect", aspect -> aspect.superName = "thief/Thief_SpanAspect");

    assertAspectIsRefused();
  }

  @Test
  void aMethodThatNobodyImplementsIsNoContract() throws Exception {
    dependency
        .compile("package thief;\npublic class Thief { public String toString() { return null; } }")
        .compile(THIEF)
        .model(foreign("thief.Thief", "toString", "()Ljava/lang/String;"));
    Module module = dependingOnIt().compile("package demo;\nclass Heir extends thief.Thief {}");

    assertThat(module.weaveWithoutPropagation().warnings().get(0))
        .contains("others do not implement such a method");
  }

  /** A class file may be called as the module's nested class is, and so may be its pointcut. */
  @Test
  void adviceOnAnotherMethodThanPlannedFailsTheBuild() throws Exception {
    dependency
        .compileAnnotated(
            """
            package bank;

            public interface safe$Vault {
              @io.spanloom.annotations.Task String open(String password);
            }
            """)
        .weave();
    change("bank.safe$Vault_SpanAspect", DependencyModelTest::dotPointcuts);
    Module module =
        dependingOnIt()
            .compileAnnotated(
                VAULT
                    .replace("package bank;", "package bank.safe;")
                    .replace("String open", "@io.spanloom.annotations.Task String open"),
                BANK.replace("package bank;", "package bank.safe;"),
                """
                package demo;

                class Own implements bank.safe$Vault {
                  @Override public String open(String password) { return ""; }
                }
                """);

    assertThatThrownBy(module::weaveWithoutPropagation)
        .isInstanceOf(WeaveException.class)
        .hasMessageContaining(
            "bank.safe.Bank.open by bank.safe$Vault_SpanAspect. No class has been changed");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aModelThatIsTooLargeIsNotRead(boolean inJar) throws Exception {
    Path path = inJar ? jarWithBlanks() : directoryWithZeros();
    Module module = Module.in(directory.resolve("module"), List.of(path)).compile(VAULT, BANK);

    assertThatThrownBy(module::weaveWithoutPropagation)
        .isInstanceOf(SpanModelException.class)
        .hasMessageStartingWith("Cannot read the span model of " + path.getFileName() + ": ")
        .hasMessageContaining(" is larger than 32 MB. Update the dependency, or leave");
    assertThatThrownBy(
            () ->
                Blueprint.of(
                    new BlueprintRequest("module", module.classes(), Map.of(path, "large"))))
        .isInstanceOf(SpanModelException.class)
        .hasMessageContaining(" is larger than 32 MB.");
  }

  @Test
  void theModulesOwnModelMayNotBeTooLargeEither() throws Exception {
    Module module = Module.in(directory.resolve("module")).compile(VAULT);
    enlarge(module.classes().resolve(SpanModelReader.LOCATION));

    assertThatThrownBy(module::weave)
        .isInstanceOf(SpanModelException.class)
        .hasMessageContaining(" is larger than 32 MB. Rebuild the module");
    assertThatThrownBy(() -> SpanModelReader.readBelow(module.classes()))
        .hasMessageContaining(" is larger than 32 MB. Rebuild the module");
  }

  @Test
  void theBlueprintLeavesOutWhatIsNotTheDependencys() throws Exception {
    dependency.compile(THIEF).model(foreign("bank.Bank", "pin", "(I)V"));
    Module module = dependingOnIt().compile(VAULT, BANK);

    Blueprint blueprint =
        Blueprint.of(
            new BlueprintRequest(
                "module", module.classes(), Map.of(dependency.classes(), "thief")));

    assertThat(blueprint.nodes()).isEmpty();
    assertThat(blueprint.gaps())
        .contains(
            "The span model of thief names classes that are not in it, which is ignored: bank.Bank");
  }

  /** A model whose aspect traces the implementations of a method. */
  private static ModelFile foreign(String type, String method, String descriptor) {
    return ModelFile.naming(type, method, descriptor)
        .tracingImplementationsBy("thief.Thief_SpanAspect");
  }

  @Test
  void theBlueprintLeavesOutDependenciesThatAreExcluded() throws Exception {
    dependency.compileAnnotated(SEARCH);
    Module module = dependingOnIt().compile(LIBRARY);
    Map<Path, String> classPath = Map.of(dependency.classes(), "search");

    assertThat(Blueprint.of(new BlueprintRequest("module", module.classes(), classPath)).nodes())
        .isNotEmpty();
    assertThat(
            Blueprint.of(
                    new BlueprintRequest("module", module.classes(), classPath, classPath.keySet()))
                .nodes())
        .isEmpty();
  }

  @Test
  void aClassOfADependencyThatIsTooLargeIsAGapInTheBlueprint() throws Exception {
    Module module = Module.in(directory.resolve("module")).compileAnnotated(SEARCH, LIBRARY);
    Path classes = directory.resolve("large");
    enlarge(classes.resolve("thief/Huge.class"));

    Blueprint blueprint =
        Blueprint.of(new BlueprintRequest("module", module.classes(), Map.of(classes, "large")));

    assertThat(blueprint.nodes()).hasSize(2);
    assertThat(blueprint.gaps()).anyMatch(gap -> gap.contains("Huge.class is larger than 32 MB"));
  }

  private void assertAspectIsRefused() throws Exception {
    Module module = dependingOnIt().compile(LIBRARY);
    byte[] before = module.bytes("demo.Library");

    WeaveOutcome outcome = module.weaveWithoutPropagation();

    assertThat(module.bytes("demo.Library")).isEqualTo(before);
    assertThat(outcome.methods()).isZero();
    assertThat(outcome.warnings())
        .singleElement()
        .asString()
        .contains(
            "api.Search_SpanAspect is not the aspect that spanloom-processor generates for it");
  }

  private Module dependingOnIt() {
    List<Path> classPath = new ArrayList<>(List.of(dependency.classes()));
    classPath.addAll(Module.testClassPath());
    return Module.in(directory.resolve("module"), classPath);
  }

  private void change(String className, Consumer<ClassNode> change) throws IOException {
    ClassNode node = new ClassNode();
    new ClassReader(dependency.bytes(className)).accept(node, 0);
    change.accept(node);
    ClassWriter writer = new ClassWriter(0);
    node.accept(writer);
    Files.write(dependency.classFile(className), writer.toByteArray());
  }

  private static void addAdvice(ClassNode aspect, String pointcut) {
    MethodVisitor method = aspect.visitMethod(Opcodes.ACC_PUBLIC, "steal", "()V", null, null);
    AnnotationVisitor before = method.visitAnnotation("Lorg/aspectj/lang/annotation/Before;", true);
    before.visit("value", pointcut);
    before.visitEnd();
    method.visitCode();
    method.visitInsn(Opcodes.RETURN);
    method.visitMaxs(0, 1);
    method.visitEnd();
  }

  /** Lets the pointcuts name {@code bank.safe.Vault}, as if the class were nested. */
  private static void dotPointcuts(ClassNode aspect) {
    aspect.methods.stream()
        .flatMap(
            method ->
                method.visibleAnnotations == null
                    ? Stream.of()
                    : method.visibleAnnotations.stream())
        .forEach(
            annotation ->
                annotation.values.replaceAll(
                    value ->
                        value instanceof String text
                            ? text.replace("safe$Vault", "safe.Vault")
                            : value));
  }

  private Path jarWithBlanks() throws IOException {
    Path jar = directory.resolve("bomb-1.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new JarEntry(SpanModelReader.LOCATION));
      byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
      for (int written = 0; written <= BoundedFile.LIMIT; written += blanks.length) {
        out.write(blanks);
      }
    }
    assertThat(Files.size(jar)).isLessThan(100_000);
    return jar;
  }

  private Path directoryWithZeros() throws IOException {
    Path classes = directory.resolve("large");
    enlarge(classes.resolve(SpanModelReader.LOCATION));
    return classes;
  }

  private static void enlarge(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(BoundedFile.LIMIT + 1L);
    }
  }

  /** An attribute that no Java compiler writes. */
  private static final class Unknown extends Attribute {

    Unknown(String type) {
      super(type);
    }

    @Override
    protected ByteVector write(
        ClassWriter writer, byte[] code, int length, int maxStack, int maxLocals) {
      return new ByteVector();
    }
  }
}
