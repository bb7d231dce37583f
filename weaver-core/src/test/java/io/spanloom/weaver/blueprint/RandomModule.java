package io.spanloom.weaver.blueprint;

import io.spanloom.weaver.model.SpanModelReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** A module whose classes call each other at random. */
final class RandomModule {

  private static final int METHODS = 10;

  private final Path directory;
  private final int classes;
  private final int traced;
  private final int calls;
  private final Random random;

  /**
   * Describes a module.
   *
   * @param classes how many classes it has
   * @param traced every how many of them one has a span
   * @param calls how many calls each method makes
   */
  RandomModule(Path directory, int classes, int traced, int calls, long seed) {
    this.directory = directory;
    this.classes = classes;
    this.traced = traced;
    this.calls = calls;
    this.random = new Random(seed);
  }

  void write() throws IOException {
    writeClasses();
    writeModel();
  }

  private void writeClasses() throws IOException {
    Path folder = Files.createDirectories(directory.resolve("large"));
    for (int i = 0; i < classes; i++) {
      Files.write(folder.resolve("C" + i + ".class"), classFile(i));
    }
  }

  /** Every tenth class is a task too, every fourth extends the one before. */
  private byte[] classFile(int number) {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    String name = name(number);
    String superclass = number % 4 == 3 ? name(number - 1) : "java/lang/Object";
    String[] interfaces = number % 10 == 0 ? new String[] {"java/lang/Runnable"} : new String[0];
    writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, name, null, superclass, interfaces);
    writer.visitField(0, "task", "Ljava/lang/Runnable;", null, null);
    for (int method = 0; method < METHODS; method++) {
      method(writer.visitMethod(Opcodes.ACC_PUBLIC, "m" + method, "()V", null, null), name);
    }
    method(writer.visitMethod(Opcodes.ACC_PUBLIC, "run", "()V", null, null), name);
    return writer.toByteArray();
  }

  private void method(MethodVisitor code, String owner) {
    code.visitCode();
    for (int call = 0; call < calls; call++) {
      String target = name(random.nextInt(classes));
      String method = "m" + random.nextInt(METHODS);
      code.visitInsn(Opcodes.ACONST_NULL);
      if (call == 0) {
        lambda(code, target, method);
      } else {
        code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, target, method, "()V", false);
      }
    }
    if (random.nextInt(METHODS) == 0) {
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitFieldInsn(Opcodes.GETFIELD, owner, "task", "Ljava/lang/Runnable;");
      code.visitMethodInsn(Opcodes.INVOKEINTERFACE, "java/lang/Runnable", "run", "()V", true);
    }
    code.visitInsn(Opcodes.RETURN);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  private static void lambda(MethodVisitor code, String target, String method) {
    code.visitInvokeDynamicInsn(
        "run",
        "(L" + target + ";)Ljava/lang/Runnable;",
        new Handle(
            Opcodes.H_INVOKESTATIC, "java/lang/invoke/LambdaMetafactory", "metafactory", "", false),
        Type.getMethodType("()V"),
        new Handle(Opcodes.H_INVOKEVIRTUAL, target, method, "()V", false),
        Type.getMethodType("()V"));
    code.visitInsn(Opcodes.POP);
  }

  private void writeModel() throws IOException {
    List<String> spans = new ArrayList<>();
    for (int i = 0; i < classes; i += traced) {
      spans.add(
          """
          { "class": "%s", "method": "m0", "descriptor": "()V", "aspect": "%s_SpanAspect",
            "annotation": "io.spanloom.annotations.Task", "kind": "TASK", "name": "m0",
            "spanName": "m0", "otelKind": "INTERNAL", "openInferenceKind": "CHAIN",
            "result": "void", "source": { "file": "C.java", "line": 1 }, "attributes": [] }
          """
              .formatted(name(i).replace('/', '.'), name(i).replace('/', '.')));
    }
    Path file = directory.resolve(SpanModelReader.LOCATION);
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        """
        { "formatVersion": 1, "conventions": { "genai": "1", "openinference": "1" },
          "spans": [%s] }
        """
            .formatted(String.join(",", spans)));
  }

  private static String name(int number) {
    return "large/C" + number;
  }
}
