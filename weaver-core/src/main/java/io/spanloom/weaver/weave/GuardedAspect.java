package io.spanloom.weaver.weave;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Attribute;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * An aspect whose advice leaves out classes that carry {@linkplain WovenMark our mark}.
 *
 * <p>A second weaver finds the module's aspects among the classes. It would apply them again, and
 * warn that advice matches nothing, which is as it should be.
 */
final class GuardedAspect extends ClassVisitor {

  static final String SUPPRESSION =
      ParsedClass.descriptor("org.aspectj.lang.annotation.SuppressAjWarnings");

  private static final String UNMATCHED = "adviceDidNotMatch";
  private static final Set<String> POINTCUT_MEMBERS = Set.of("value", "pointcut");

  private GuardedAspect(ClassVisitor next) {
    super(Opcodes.ASM9, next);
  }

  /** The aspect with its guard. */
  static FileContent of(FileContent aspect) {
    ClassReader reader = new ClassReader(aspect.bytes());
    // AspectJ's other attributes name constants by their numbers, so these have to stay.
    ClassWriter writer = new ClassWriter(reader, 0);
    reader.accept(new GuardedAspect(writer), 0);
    return FileContent.of(writer.toByteArray());
  }

  /** A pointcut as the processor wrote it. */
  static String unguarded(String pointcut) {
    return isGuarded(pointcut)
        ? pointcut.substring(1, pointcut.length() - 1 - WovenMark.EXCEPT_WOVEN.length())
        : pointcut;
  }

  private static boolean isGuarded(String pointcut) {
    return pointcut.startsWith("(") && pointcut.endsWith(")" + WovenMark.EXCEPT_WOVEN);
  }

  private static String guarded(String pointcut) {
    return isGuarded(pointcut) ? pointcut : "(" + pointcut + ")" + WovenMark.EXCEPT_WOVEN;
  }

  @Override
  public void visitAttribute(Attribute attribute) {
    if (!WovenMark.isWeaverState(attribute)) {
      super.visitAttribute(attribute);
    }
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, @Nullable String signature, String[] exceptions) {
    return new Advice(super.visitMethod(access, name, descriptor, signature, exceptions));
  }

  /** Advice, or another method, which stays as it is. */
  private static final class Advice extends MethodVisitor {

    Advice(MethodVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
      if (!AdviceProof.Advice.isAdvice(descriptor)) {
        return super.visitAnnotation(descriptor, visible);
      }
      suppressUnmatched();
      return new Pointcut(super.visitAnnotation(descriptor, visible));
    }

    private void suppressUnmatched() {
      AnnotationVisitor suppression = super.visitAnnotation(SUPPRESSION, true);
      AnnotationVisitor warnings = suppression.visitArray("value");
      warnings.visit(null, UNMATCHED);
      warnings.visitEnd();
      suppression.visitEnd();
    }
  }

  private static final class Pointcut extends AnnotationVisitor {

    Pointcut(AnnotationVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visit(@Nullable String name, Object value) {
      boolean isPointcut =
          name != null && POINTCUT_MEMBERS.contains(name) && value instanceof String;
      super.visit(name, isPointcut ? guarded((String) value) : value);
    }
  }
}
