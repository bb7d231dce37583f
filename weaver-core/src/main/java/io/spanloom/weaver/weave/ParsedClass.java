package io.spanloom.weaver.weave;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** The parts of a class file that tell whether its methods can be, or have been, advised. */
record ParsedClass(ClassNode node) {

  static ParsedClass of(FileContent content) {
    ClassNode node = new ClassNode();
    new ClassReader(content.bytes()).accept(node, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return new ParsedClass(node);
  }

  /** Parses classes, by binary name. */
  static Map<String, ParsedClass> ofAll(Map<String, FileContent> classes) throws WeaveException {
    Map<String, ParsedClass> parsed = new TreeMap<>();
    for (Map.Entry<String, FileContent> file : classes.entrySet()) {
      try {
        parsed.put(file.getKey(), of(file.getValue()));
      } catch (RuntimeException unreadable) {
        throw WeaveException.unreadable(file.getKey(), unreadable);
      }
    }
    return parsed;
  }

  String internalName() {
    return node.name;
  }

  /** The binary name. */
  String name() {
    return node.name.replace('/', '.');
  }

  List<MethodNode> methods() {
    return node.methods;
  }

  @Nullable MethodNode method(String name, String descriptor) {
    return node.methods.stream()
        .filter(method -> method.name.equals(name) && method.desc.equals(descriptor))
        .findFirst()
        .orElse(null);
  }

  boolean isAnnotatedWith(String annotation) {
    return node.visibleAnnotations != null && has(node.visibleAnnotations, annotation);
  }

  static boolean isAnnotatedWith(MethodNode method, String annotation) {
    return method.visibleAnnotations != null && has(method.visibleAnnotations, annotation);
  }

  /** Whether a method carries an annotation, be it kept for run time or not. */
  static boolean isMarked(MethodNode method, String descriptor) {
    return Stream.of(method.invisibleAnnotations, method.visibleAnnotations)
        .anyMatch(marks -> marks != null && contains(marks, descriptor));
  }

  /** The same, for the method or one of its parameters. */
  static boolean isMarkedAnywhere(MethodNode method, String descriptor) {
    return isMarked(method, descriptor)
        || (method.invisibleParameterAnnotations != null
            && Stream.of(method.invisibleParameterAnnotations)
                .anyMatch(marks -> marks != null && contains(marks, descriptor)));
  }

  private static boolean has(List<AnnotationNode> annotations, String name) {
    return contains(annotations, descriptor(name));
  }

  /** The descriptor of a class that is not nested. */
  static String descriptor(String name) {
    return "L" + name.replace('.', '/') + ";";
  }

  private static boolean contains(List<AnnotationNode> annotations, String descriptor) {
    return annotations.stream().anyMatch(annotation -> annotation.desc.equals(descriptor));
  }

  /** The calls that a method's own code makes to the methods of one class. */
  static Stream<MethodInsnNode> calls(MethodNode method, String internalOwner) {
    return instructions(method)
        .filter(MethodInsnNode.class::isInstance)
        .map(MethodInsnNode.class::cast)
        .filter(call -> call.owner.equals(internalOwner));
  }

  static Stream<AbstractInsnNode> instructions(MethodNode method) {
    return Stream.of(method.instructions.toArray());
  }
}
