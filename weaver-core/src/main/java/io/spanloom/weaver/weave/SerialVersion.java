package io.spanloom.weaver.weave;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.aspectj.apache.bcel.classfile.ClassParser;
import org.aspectj.apache.bcel.generic.ClassGen;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/**
 * Keeps the serial version of classes that declare none.
 *
 * <p>The default one is computed from the class's members (Java Object Serialization Specification,
 * section 4.6). Weaving can add members, and what was serialized before could not be read any more.
 */
final class SerialVersion {

  private static final String FIELD = "serialVersionUID";
  private static final int CONSTANT =
      Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL | Opcodes.ACC_SYNTHETIC;

  private final ClassHierarchy hierarchy;

  /**
   * For the classes of one module.
   *
   * @param hierarchy the module's, with the JDK's classes
   */
  SerialVersion(ClassHierarchy hierarchy) {
    this.hierarchy = hierarchy;
  }

  /** The woven class, with the serial version of the unwoven one if it would have another. */
  FileContent keep(FileContent unwoven, FileContent woven) throws IOException {
    ParsedClass before = ParsedClass.of(unwoven);
    if (!hasDefaultVersion(before)) {
      return woven;
    }
    long version = defaultVersion(unwoven);
    return version == defaultVersion(woven) ? woven : withVersion(woven, version);
  }

  private boolean hasDefaultVersion(ParsedClass type) throws IOException {
    int without = Opcodes.ACC_INTERFACE | Opcodes.ACC_ENUM | Opcodes.ACC_RECORD;
    return (type.node().access & without) == 0
        && type.node().fields.stream().noneMatch(field -> field.name.equals(FIELD))
        && hierarchy.ancestors(type.name()).contains("java.io.Serializable");
  }

  private static long defaultVersion(FileContent type) {
    try (ByteArrayInputStream bytes = new ByteArrayInputStream(type.bytes())) {
      return new ClassGen(new ClassParser(bytes, FIELD).parse()).getSUID();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static FileContent withVersion(FileContent woven, long version) {
    ClassReader reader = new ClassReader(woven.bytes());
    ClassWriter writer = new ClassWriter(reader, 0);
    reader.accept(
        new ClassVisitor(Opcodes.ASM9, writer) {
          @Override
          public void visitEnd() {
            cv.visitField(CONSTANT, FIELD, "J", null, version).visitEnd();
            super.visitEnd();
          }
        },
        0);
    return FileContent.of(writer.toByteArray());
  }
}
