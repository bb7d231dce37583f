package io.spanloom.weaver.weave;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Gives an aspect its only instance, with the {@code aspectOf()} that woven classes call and the
 * {@code hasAspect()} that makes AspectJ's agent leave the aspect alone.
 *
 * <p>AspectJ adds the same when it weaves an aspect, but weaving also matches all advice with each
 * method of the aspect. The processor does not write these members: the runtime and AspectJ's agent
 * recognise an aspect that is not woven by their absence.
 */
final class AspectInstance extends ClassVisitor {

  private static final String ASPECT = "org.aspectj.lang.annotation.Aspect";
  private static final String AROUND = "org.aspectj.lang.annotation.Around";

  /** AspectJ calls it so, too. */
  static final String FIELD = "ajc$perSingletonInstance";

  private static final String HAS_ASPECT = "hasAspect";
  private static final int PUBLIC_STATIC = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC;

  private final String aspect;
  private final String descriptor;
  private boolean initialized;

  private AspectInstance(ClassVisitor next, String aspect) {
    super(Opcodes.ASM9, next);
    this.aspect = aspect;
    this.descriptor = "L" + aspect + ";";
  }

  /**
   * Whether an instance is all that the aspect lacks. AspectJ copies around advice only from
   * aspects that it has woven, and instances other than singletons have to be woven too.
   */
  static boolean suffices(ParsedClass type) {
    return type.node().superName.equals("java/lang/Object")
        && (type.node().access & Opcodes.ACC_ABSTRACT) == 0
        && type.isAnnotatedWith(ASPECT)
        && type.node().visibleAnnotations.stream()
            .noneMatch(each -> each.desc.startsWith("Lorg/aspectj/") && each.values != null)
        && type.methods().stream().noneMatch(method -> ParsedClass.isAnnotatedWith(method, AROUND));
  }

  /** The aspect with its instance, which it may have already. */
  static FileContent addTo(FileContent aspect, ParsedClass parsed) {
    if (parsed.method(HAS_ASPECT, "()Z") != null) {
      return aspect;
    }
    ClassReader reader = new ClassReader(aspect.bytes());
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    reader.accept(new AspectInstance(writer, reader.getClassName()), 0);
    return FileContent.of(writer.toByteArray());
  }

  @Override
  public @Nullable MethodVisitor visitMethod(
      int access,
      String name,
      String methodDescriptor,
      @Nullable String signature,
      String[] exceptions) {
    MethodVisitor method = super.visitMethod(access, name, methodDescriptor, signature, exceptions);
    if (!name.equals("<clinit>")) {
      return method;
    }
    initialized = true;
    return new MethodVisitor(Opcodes.ASM9, method) {
      @Override
      public void visitCode() {
        super.visitCode();
        createInstance(this);
      }
    };
  }

  private void createInstance(MethodVisitor code) {
    code.visitTypeInsn(Opcodes.NEW, aspect);
    code.visitInsn(Opcodes.DUP);
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, aspect, "<init>", "()V", false);
    code.visitFieldInsn(Opcodes.PUTSTATIC, aspect, FIELD, descriptor);
  }

  @Override
  public void visitEnd() {
    int field = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL;
    cv.visitField(field | Opcodes.ACC_SYNTHETIC, FIELD, descriptor, null, null).visitEnd();
    if (!initialized) {
      addMethod(Opcodes.ACC_STATIC, "<clinit>", "()V", Opcodes.RETURN);
    }
    addMethod(PUBLIC_STATIC, "aspectOf", "()" + descriptor, Opcodes.ARETURN);
    addMethod(PUBLIC_STATIC, HAS_ASPECT, "()Z", Opcodes.IRETURN);
    super.visitEnd();
  }

  private void addMethod(int access, String name, String methodDescriptor, int exit) {
    MethodVisitor code = cv.visitMethod(access, name, methodDescriptor, null, null);
    code.visitCode();
    switch (exit) {
      case Opcodes.ARETURN -> code.visitFieldInsn(Opcodes.GETSTATIC, aspect, FIELD, descriptor);
      case Opcodes.IRETURN -> code.visitInsn(Opcodes.ICONST_1);
      default -> createInstance(code);
    }
    code.visitInsn(exit);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }
}
