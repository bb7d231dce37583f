package io.spanloom.maven.weave;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Attribute;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Opcodes;

/** Recognises classes that some AspectJ weaver has been through, and aspects with an instance. */
final class WovenMark extends ClassVisitor {

  private static final String WEAVER_STATE = "org.aspectj.weaver.WeaverState";

  private boolean found;

  private WovenMark() {
    super(Opcodes.ASM9);
  }

  static boolean isOn(FileContent content) {
    WovenMark mark = new WovenMark();
    new ClassReader(content.bytes())
        .accept(mark, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return mark.found;
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
    found |= attribute.type.equals(WEAVER_STATE);
  }
}
