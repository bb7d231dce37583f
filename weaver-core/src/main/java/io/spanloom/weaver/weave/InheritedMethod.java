package io.spanloom.weaver.weave;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * A method that a class inherits from a superclass and that implements an annotated method there,
 * although the superclass knows nothing of the annotated method's type.
 *
 * <p>Advice on the superclass would trace calls that are none of the contract's. So the class gets
 * an override that calls its superclass, and the override is traced.
 *
 * @param declaring the superclass that declares the method
 * @param method the method there
 */
record InheritedMethod(ParsedClass declaring, MethodNode method) {

  private static final int NOT_COPIED =
      Opcodes.ACC_SYNCHRONIZED | Opcodes.ACC_NATIVE | Opcodes.ACC_STRICT;

  boolean isFinal() {
    return (method.access & Opcodes.ACC_FINAL) != 0;
  }

  /** A class with overrides of the methods it inherits. */
  static FileContent override(FileContent heir, List<InheritedMethod> methods) {
    ClassReader reader = new ClassReader(heir.bytes());
    ClassNode node = new ClassNode();
    reader.accept(node, 0);
    for (InheritedMethod inherited : methods) {
      if (inherited.isMissingIn(node)) {
        inherited.redirectBridges(node);
        node.methods.add(inherited.overrideIn(node));
      }
    }
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    node.accept(writer);
    return FileContent.of(writer.toByteArray());
  }

  /** One method can implement several annotated ones. */
  private boolean isMissingIn(ClassNode heir) {
    return heir.methods.stream()
        .noneMatch(each -> each.name.equals(method.name) && each.desc.equals(method.desc));
  }

  /** The compiler's bridges call the superclass, past an override. */
  private void redirectBridges(ClassNode heir) {
    heir.methods.stream()
        .filter(each -> (each.access & Opcodes.ACC_BRIDGE) != 0)
        .flatMap(each -> ParsedClass.calls(each, heir.superName))
        .filter(call -> call.getOpcode() == Opcodes.INVOKESPECIAL)
        .filter(call -> call.name.equals(method.name) && call.desc.equals(method.desc))
        .forEach(
            call -> {
              call.setOpcode(Opcodes.INVOKEVIRTUAL);
              call.owner = heir.name;
            });
  }

  /** Frameworks that look for annotations find those of the method itself. */
  private MethodNode overrideIn(ClassNode heir) {
    MethodNode override =
        new MethodNode(
            (method.access & ~NOT_COPIED) | Opcodes.ACC_SYNTHETIC,
            method.name,
            method.desc,
            method.signature,
            method.exceptions.toArray(String[]::new));
    override.visibleAnnotations = method.visibleAnnotations;
    override.invisibleAnnotations = method.invisibleAnnotations;
    override.visibleAnnotableParameterCount = method.visibleAnnotableParameterCount;
    override.visibleParameterAnnotations = method.visibleParameterAnnotations;
    override.invisibleAnnotableParameterCount = method.invisibleAnnotableParameterCount;
    override.invisibleParameterAnnotations = method.invisibleParameterAnnotations;
    callSuper(override, heir.superName);
    return override;
  }

  private void callSuper(MethodNode override, String superName) {
    List<Type> parameters = new ArrayList<>(List.of(Type.getObjectType(superName)));
    parameters.addAll(List.of(Type.getArgumentTypes(method.desc)));
    int variable = 0;
    for (Type parameter : parameters) {
      override.visitVarInsn(parameter.getOpcode(Opcodes.ILOAD), variable);
      variable += parameter.getSize();
    }
    override.instructions.add(
        new MethodInsnNode(Opcodes.INVOKESPECIAL, superName, method.name, method.desc, false));
    override.visitInsn(Type.getReturnType(method.desc).getOpcode(Opcodes.IRETURN));
    override.maxLocals = variable;
  }
}
