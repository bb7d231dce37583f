package io.spanloom.weaver.callsite;

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
    for (RuntimeMethods runtimeMethods : RuntimeMethods.values()) {
      runtimeMethods.classes().forEach(name -> overloads.add(runtimeMethods, node(runtime, name)));
    }
    return overloads;
  }

  private static ClassNode node(ClassFiles runtime, String internalName) {
    ClassNode node = new ClassNode();
    new ClassReader(runtime.read(internalName)).accept(node, ClassReader.SKIP_CODE);
    return node;
  }

  private void add(RuntimeMethods runtimeMethods, ClassNode owner) {
    int position = runtimeMethods.withTarget() ? 1 : 0;
    for (MethodNode method : owner.methods) {
      Type[] parameters = Type.getArgumentTypes(method.desc);
      if ((method.access & Opcodes.ACC_PUBLIC) != 0
          && method.name.equals(runtimeMethods.method())
          && parameters.length == position + 1
          && (position == 0
              || parameters[0].getDescriptor().equals(TARGET)
              || isStream(runtimeMethods))) {
        calls
            .computeIfAbsent(runtimeMethods, any -> new HashMap<>())
            .put(
                parameters[position].getDescriptor(),
                new MethodInsnNode(Opcodes.INVOKESTATIC, owner.name, method.name, method.desc));
      }
    }
  }

  private static boolean isStream(RuntimeMethods runtimeMethods) {
    return runtimeMethods == RuntimeMethods.OF_STREAM;
  }

  /** The call that a task of this type passes through, or null if it is no task. */
  @Nullable MethodInsnNode call(RuntimeMethods runtimeMethods, Type type) {
    MethodInsnNode call = calls.getOrDefault(runtimeMethods, Map.of()).get(type.getDescriptor());
    return call == null ? null : (MethodInsnNode) call.clone(Map.of());
  }

  boolean carriesAnyOf(RuntimeMethods runtimeMethods, String descriptor) {
    for (Type type : Type.getArgumentTypes(descriptor)) {
      if (calls.getOrDefault(runtimeMethods, Map.of()).containsKey(type.getDescriptor())) {
        return true;
      }
    }
    return false;
  }
}
