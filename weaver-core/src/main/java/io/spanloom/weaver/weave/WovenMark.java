package io.spanloom.weaver.weave;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Attribute;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/**
 * Tells which classes have been woven.
 *
 * <p>AspectJ's own mark says that no weaver may touch a class again, and those of other plugins and
 * of the load-time agent obey: the project's own aspects would be lost. So the weave replaces it
 * with an annotation, at which only Spanloom's aspects stop.
 */
final class WovenMark extends ClassVisitor {

  private static final String ANNOTATION = "io.spanloom.internal.advice.Woven";
  private static final String DESCRIPTOR = ParsedClass.descriptor(ANNOTATION);
  private static final String WEAVER_STATE = "org.aspectj.weaver.WeaverState";

  /** What a pointcut adds so as not to match in classes that carry the mark. */
  static final String EXCEPT_WOVEN = " && !within(@" + ANNOTATION + " *)";

  /**
   * Begins the names of methods that hold the moved code of a method. For AspectJ a method with
   * such a name is no execution of its own, but the calls in it are calls.
   */
  private static final String MOVED = "ajc$interFieldInit$spanloom$";

  private boolean found;

  private WovenMark() {
    super(Opcodes.ASM9);
  }

  /** Whether a class has been woven by Spanloom or by AspectJ, or is an aspect with an instance. */
  static boolean isOn(FileContent content) {
    WovenMark mark = new WovenMark();
    new ClassReader(content.bytes())
        .accept(mark, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return mark.found;
  }

  /** What AspectJ called a method of a woven class. */
  static String nameByAspectJ(String method) {
    return method.startsWith(MOVED) ? method.substring(MOVED.length()) : method;
  }

  /** A class that AspectJ has woven, with our mark in the place of AspectJ's. */
  static FileContent putOn(FileContent woven) {
    ClassReader reader = new ClassReader(woven.bytes());
    // AspectJ's other attributes name constants by their numbers, so these have to stay.
    ClassWriter writer = new ClassWriter(reader, 0);
    reader.accept(new Replacement(writer, reader.getClassName()), 0);
    return FileContent.of(writer.toByteArray());
  }

  @Override
  public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
    found |= descriptor.equals(DESCRIPTOR);
    return null;
  }

  @Override
  public @Nullable FieldVisitor visitField(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      @Nullable Object value) {
    found |= name.equals(AspectInstance.FIELD);
    return null;
  }

  @Override
  public void visitAttribute(Attribute attribute) {
    found |= isWeaverState(attribute);
  }

  /** Whether this is AspectJ's own mark. */
  static boolean isWeaverState(Attribute attribute) {
    return attribute.type.equals(WEAVER_STATE);
  }

  /**
   * Changes the mark, and the names of what AspectJ adds to classes: another weave numbers its own
   * additions from zero, too.
   */
  private static final class Replacement extends ClassRemapper {

    Replacement(ClassVisitor next, String internalName) {
      super(Opcodes.ASM9, next, new Names(internalName));
    }

    @Override
    public void visitAttribute(Attribute attribute) {
      if (!isWeaverState(attribute)) {
        super.visitAttribute(attribute);
      }
    }

    @Override
    public void visitEnd() {
      cv.visitAnnotation(DESCRIPTOR, false).visitEnd();
      super.visitEnd();
    }
  }

  private static final class Names extends Remapper {

    private static final String PREFIX = "ajc$";
    private static final String MOVED_BODY = "_aroundBody";

    private final String internalName;

    Names(String internalName) {
      super(Opcodes.ASM9);
      this.internalName = internalName;
    }

    @Override
    public String mapFieldName(String owner, String name, String descriptor) {
      return mapped(owner, name);
    }

    @Override
    public String mapMethodName(String owner, String name, String descriptor) {
      return mapped(owner, name);
    }

    private String mapped(String owner, String name) {
      if (!owner.equals(internalName)) {
        return name;
      }
      if (name.contains(MOVED_BODY)) {
        return MOVED + name;
      }
      return name.startsWith(PREFIX)
          ? PREFIX + "spanloom$" + name.substring(PREFIX.length())
          : name;
    }
  }
}
