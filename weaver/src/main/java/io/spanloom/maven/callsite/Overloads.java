package io.spanloom.maven.callsite;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** What the runtime on the module's class path can carry, read from its classes. */
final class Overloads {

  private static final String TARGET = "Ljava/lang/Object;";

  private final Map<RuntimeMethods, Map<String, MethodInsnNode>> calls =
      new EnumMap<>(RuntimeMethods.class);

  /**
   * Reads the runtime's classes.
   *
   * @param runtime finds a class file by internal name
   */
  static Overloads of(ClassFiles runtime) {
    Overloads overloads = new Overloads();
    for (RuntimeMethods carrier : RuntimeMethods.values()) {
      carrier.classes().forEach(name -> overloads.add(carrier, node(runtime, name)));
    }
    return overloads;
  }

  private static ClassNode node(ClassFiles runtime, String internalName) {
    ClassNode node = new ClassNode();
    new ClassReader(runtime.read(internalName)).accept(node, ClassReader.SKIP_CODE);
    return node;
  }

  private void add(RuntimeMethods carrier, ClassNode owner) {
    int position = carrier.withTarget() ? 1 : 0;
    for (MethodNode method : owner.methods) {
      Type[] parameters = Type.getArgumentTypes(method.desc);
      if ((method.access & Opcodes.ACC_PUBLIC) != 0
          && method.name.equals(carrier.method())
          && parameters.length == position + 1
          && (position == 0 || parameters[0].getDescriptor().equals(TARGET) || isStream(carrier))) {
        calls
            .computeIfAbsent(carrier, any -> new HashMap<>())
            .put(
                parameters[position].getDescriptor(),
                new MethodInsnNode(Opcodes.INVOKESTATIC, owner.name, method.name, method.desc));
      }
    }
  }

  private static boolean isStream(RuntimeMethods carrier) {
    return carrier == RuntimeMethods.OF_STREAM;
  }

  /** The call that a task of this type passes through, or null if it is no task. */
  @Nullable MethodInsnNode call(RuntimeMethods carrier, Type type) {
    MethodInsnNode call = calls.getOrDefault(carrier, Map.of()).get(type.getDescriptor());
    return call == null ? null : (MethodInsnNode) call.clone(Map.of());
  }

  boolean carriesAnyOf(RuntimeMethods carrier, String descriptor) {
    for (Type type : Type.getArgumentTypes(descriptor)) {
      if (calls.getOrDefault(carrier, Map.of()).containsKey(type.getDescriptor())) {
        return true;
      }
    }
    return false;
  }
}
