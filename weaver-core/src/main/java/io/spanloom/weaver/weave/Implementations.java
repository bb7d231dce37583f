package io.spanloom.weaver.weave;

import io.spanloom.weaver.model.SpanDefinition;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Finds the methods of a module that implement annotated methods. */
final class Implementations {

  /** How the descriptors of Spanloom's annotations begin. */
  static final String ANNOTATIONS = "Lio/spanloom/annotations/";

  /** The annotations that make a method a span of its own. */
  private static final Set<String> SPAN_ANNOTATIONS =
      Set.of(
          "Workflow",
          "Agent",
          "Task",
          "Tool",
          "LlmCall",
          "Retrieval",
          "Embedding",
          "Rerank",
          "Guardrail",
          "Evaluation");

  /**
   * What Micronaut calls the subclasses that it compiles for around advice. They implement nothing:
   * the method they call is traced. Other frameworks generate such classes after the weave.
   */
  private static final String AROUND_PROXY = "$Definition$Intercepted";

  private static final int NOT_AN_IMPLEMENTATION =
      Opcodes.ACC_ABSTRACT
          | Opcodes.ACC_STATIC
          | Opcodes.ACC_PRIVATE
          | Opcodes.ACC_BRIDGE
          | Opcodes.ACC_SYNTHETIC;

  private final ClassHierarchy hierarchy;

  Implementations(ClassHierarchy hierarchy) {
    this.hierarchy = hierarchy;
  }

  /**
   * A method that implements an annotated one.
   *
   * @param contract the annotated method
   * @param traced the implementation
   * @param annotated whether it carries a span annotation of its own, which wins
   * @param sensitive whether it protects a value that the contract does not know to be protected
   * @param inherited what the class inherits from a superclass that is not of the contract's type;
   *     null if the class, or a superclass that is, declares the method
   */
  record Implementation(
      SpanDefinition contract,
      SpanDefinition traced,
      boolean annotated,
      boolean sensitive,
      @Nullable InheritedMethod inherited) {

    /** Whether the weave can trace it for the contract. */
    boolean isTraced() {
      return !annotated && !isOutOfReach();
    }

    /** Whether nothing can be done about it: nobody can override the method. */
    boolean isOutOfReach() {
      return inherited != null && inherited.isFinal();
    }
  }

  /** What the classes hold that implements the contracts, in the order of the classes. */
  List<Implementation> find(List<SpanDefinition> contracts, Set<String> classNames)
      throws IOException {
    List<Implementation> found = new ArrayList<>();
    for (String className : classNames) {
      if (className.endsWith(AROUND_PROXY)) {
        continue;
      }
      Set<String> ancestors = hierarchy.ancestors(className);
      for (SpanDefinition contract : contracts) {
        if (!className.equals(contract.className()) && ancestors.contains(contract.className())) {
          found.addAll(find(contract, className));
        }
      }
    }
    return found;
  }

  private List<Implementation> find(SpanDefinition contract, String className) throws IOException {
    List<ParsedClass> lineage = hierarchy.lineage(className, contract.className());
    Set<String> descriptors = descriptors(contract, lineage);
    List<Implementation> declared =
        implementations(contract, lineage.get(0), descriptors)
            .map(method -> implementation(contract, className, method, null))
            .toList();
    return declared.isEmpty() ? inherited(contract, lineage.get(0), descriptors) : declared;
  }

  private static Implementation implementation(
      SpanDefinition contract,
      String className,
      MethodNode method,
      @Nullable InheritedMethod inherited) {
    return new Implementation(
        contract,
        contract.implementedBy(className, method.desc),
        isAnnotated(method, contract),
        isSensitive(method),
        inherited);
  }

  private static Stream<MethodNode> implementations(
      SpanDefinition contract, ParsedClass type, Set<String> descriptors) {
    return type.methods().stream()
        .filter(method -> method.name.equals(contract.method()))
        .filter(method -> descriptors.contains(method.desc))
        .filter(method -> (method.access & NOT_AN_IMPLEMENTATION) == 0);
  }

  /** What a class that is the first of its line to be of the contract's type brings along. */
  private List<Implementation> inherited(
      SpanDefinition contract, ParsedClass type, Set<String> descriptors) throws IOException {
    if ((type.node().access & Opcodes.ACC_INTERFACE) != 0) {
      return List.of();
    }
    for (ParsedClass superclass : hierarchy.superclasses(type)) {
      if (hierarchy.ancestors(superclass.name()).contains(contract.className())) {
        return List.of();
      }
      List<MethodNode> found =
          implementations(contract, superclass, descriptors)
              .filter(method -> (method.access & Opcodes.ACC_PUBLIC) != 0)
              .toList();
      if (!found.isEmpty()) {
        return found.stream()
            .map(method -> inherited(contract, type, superclass, method))
            .filter(implementation -> !implementation.annotated())
            .toList();
      }
    }
    return List.of();
  }

  private static Implementation inherited(
      SpanDefinition contract, ParsedClass heir, ParsedClass superclass, MethodNode method) {
    return implementation(contract, heir.name(), method, new InheritedMethod(superclass, method));
  }

  /** A bridge leads from the erased types of a generic contract to those of an implementation. */
  private static Set<String> descriptors(SpanDefinition contract, List<ParsedClass> lineage) {
    Set<String> descriptors = new TreeSet<>(Set.of(contract.descriptor()));
    boolean grew = true;
    while (grew) {
      List<String> bridged =
          lineage.stream()
              .flatMap(type -> type.methods().stream())
              .filter(method -> (method.access & Opcodes.ACC_BRIDGE) != 0)
              .filter(method -> method.name.equals(contract.method()))
              .filter(method -> descriptors.contains(method.desc))
              .flatMap(Implementations::calls)
              .filter(call -> call.name.equals(contract.method()))
              .map(call -> call.desc)
              .toList();
      grew = descriptors.addAll(bridged);
    }
    return descriptors;
  }

  private static Stream<MethodInsnNode> calls(MethodNode method) {
    return ParsedClass.instructions(method)
        .filter(MethodInsnNode.class::isInstance)
        .map(MethodInsnNode.class::cast);
  }

  /** As the contract's pointcut sees it, which knows the annotations of its own module's build. */
  private static boolean isAnnotated(MethodNode method, SpanDefinition contract) {
    return isSpan(method)
        || contract.toolAnnotations().stream()
            .anyMatch(name -> ParsedClass.isMarked(method, ParsedClass.descriptor(name)));
  }

  /** Whether a method carries an annotation of ours that makes it a span. */
  static boolean isSpan(MethodNode method) {
    return SPAN_ANNOTATIONS.stream()
        .anyMatch(name -> ParsedClass.isMarked(method, ANNOTATIONS + name + ";"));
  }

  private static boolean isSensitive(MethodNode method) {
    return ParsedClass.isMarkedAnywhere(method, ANNOTATIONS + "Sensitive;");
  }
}
