package io.spanloom.weaver.blueprint;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;

/**
 * A class, as far as calls go.
 *
 * @param name internal name
 * @param superclass internal name; null for {@code Object} and modules
 * @param interfaces internal names
 * @param sourceFile simple name of the source file, if the compiler noted it
 * @param local whether it is an anonymous or local class
 * @param fields names of the fields it declares
 * @param methods by name and descriptor, in the order of the class file
 */
record ClassFacts(
    String name,
    int access,
    @Nullable String superclass,
    List<String> interfaces,
    @Nullable String sourceFile,
    boolean local,
    Set<String> fields,
    Map<String, MethodFacts> methods) {

  boolean isInterface() {
    return (access & Opcodes.ACC_INTERFACE) != 0;
  }

  /** Whether there can be objects of this very class. */
  boolean isConcrete() {
    return (access & (Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT)) == 0;
  }

  boolean isPublic() {
    return (access & Opcodes.ACC_PUBLIC) != 0;
  }

  /** A type whose class file was not found. */
  static ClassFacts missing(String name) {
    return new ClassFacts(name, 0, null, List.of(), null, false, Set.of(), Map.of());
  }

  /** Whether the class file was not found, so that nothing is known of it. */
  boolean isMissing() {
    return superclass == null && methods.isEmpty();
  }

  /**
   * One of its methods.
   *
   * @param line first line of its code; 0 if it has none or the compiler did not note it
   * @param references what its code does, in the order of the code
   */
  record MethodFacts(MethodKey key, int access, int line, List<Reference> references) {

    boolean isAbstract() {
      return (access & Opcodes.ACC_ABSTRACT) != 0;
    }

    boolean isPublic() {
      return (access & Opcodes.ACC_PUBLIC) != 0;
    }

    boolean isStatic() {
      return (access & Opcodes.ACC_STATIC) != 0;
    }

    boolean isBridge() {
      return (access & Opcodes.ACC_BRIDGE) != 0;
    }

    /** Whether it can be what someone wrote to implement a method of a supertype. */
    boolean isImplementation() {
      return isOverridable()
          && (access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_BRIDGE | Opcodes.ACC_SYNTHETIC)) == 0;
    }

    /** Whether a method of a subclass can stand in for it, and it for one of a superclass. */
    boolean isOverridable() {
      return (access & (Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE)) == 0
          && !key.signature().startsWith("<");
    }
  }
}
