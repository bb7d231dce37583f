package io.spanloom.weaver.weave;

import io.spanloom.weaver.model.SpanDefinition;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InnerClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Tells whether classes of other modules can implement a module's abstract methods. In doubt they
 * can.
 */
final class ExternalImplementations {

  private static final int SEEN_OUTSIDE = Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED;

  private final ClassDirectory classes;
  private final Set<String> found;
  private final ClassHierarchy hierarchy;

  ExternalImplementations(ClassDirectory classes, Set<String> found, ClassHierarchy hierarchy) {
    this.classes = classes;
    this.found = found;
    this.hierarchy = hierarchy;
  }

  /** Whether a class outside can extend the method's type, or what extends it here. */
  boolean canImplement(SpanDefinition contract) throws IOException {
    for (String name : found) {
      if (hierarchy.ancestors(name).contains(contract.className())
          && canExtend(name)
          && canOverride(contract, name)) {
        return true;
      }
    }
    return false;
  }

  /** A public type may extend a package-private one, and what is sealed have open subtypes. */
  private boolean canExtend(String name) throws IOException {
    ClassNode type = read(name);
    return type != null
        && (type.access & Opcodes.ACC_FINAL) == 0
        && type.permittedSubclasses == null
        && hasConstructorFor(type)
        && isSeen(type);
  }

  private static boolean hasConstructorFor(ClassNode type) {
    return (type.access & Opcodes.ACC_INTERFACE) != 0
        || type.methods.stream()
            .anyMatch(method -> method.name.equals("<init>") && isSeen(method.access));
  }

  /** A nested type is also seen where it is inherited. */
  private boolean isSeen(ClassNode type) throws IOException {
    InnerClassNode nested = nested(type);
    if (nested == null) {
      return isSeen(type.access);
    }
    ClassNode outer = nested.outerName == null ? null : read(nested.outerName.replace('/', '.'));
    return outer != null && isSeen(nested.access) && (isSeen(outer) || isInherited(outer));
  }

  private boolean isInherited(ClassNode outer) throws IOException {
    String outerName = outer.name.replace('/', '.');
    for (String name : found) {
      if (!name.equals(outerName) && hierarchy.ancestors(name).contains(outerName)) {
        ClassNode heir = read(name);
        if (heir != null && isSeen(heir.access)) {
          return true;
        }
      }
    }
    return false;
  }

  /** What is package-private can be declared again for more to see. */
  private boolean canOverride(SpanDefinition contract, String name) throws IOException {
    return declaresSeen(contract, contract.className()) || declaresSeen(contract, name);
  }

  private boolean declaresSeen(SpanDefinition contract, String name) throws IOException {
    FileContent content = classes.read(name);
    MethodNode method =
        content == null
            ? null
            : ParsedClass.of(content).method(contract.method(), contract.descriptor());
    return method != null && isSeen(method.access);
  }

  private static @Nullable InnerClassNode nested(ClassNode type) {
    return type.innerClasses.stream()
        .filter(nested -> nested.name.equals(type.name))
        .findFirst()
        .orElse(null);
  }

  private static boolean isSeen(int access) {
    return (access & SEEN_OUTSIDE) != 0;
  }

  private @Nullable ClassNode read(String name) throws IOException {
    FileContent content = classes.read(name);
    return content == null ? null : ParsedClass.of(content).node();
  }
}
