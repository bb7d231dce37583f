package io.spanloom.weaver.weave;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import io.spanloom.weaver.callsite.Constants;
import io.spanloom.weaver.model.SpanDefinition;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Finds annotated interface methods whose implementations have no class file: lambdas, and the
 * proxies that frameworks make at run time. Nothing can be woven into those, also where classes
 * implement the same method and are traced.
 */
final class RuntimeImplementations {

  private static final int MOST_CLASSES = 5;

  /** Annotations by which frameworks implement an interface at run time. */
  private static final Set<String> PROXY_ANNOTATIONS =
      Set.of(
          "AiService",
          "RegisterAiService",
          "FeignClient",
          "RegisterRestClient",
          "HttpExchange",
          "Client",
          "Repository");

  /** Methods that are given an interface to make an object of it. */
  private static final Pattern PROXY_MAKER =
      Pattern.compile(
          "(?i).*(proxy|create|build|builder|target|client|service|implement|newInstance).*");

  private final Map<String, List<SpanDefinition>> byInterface = new HashMap<>();
  private final Map<String, byte[]> prefixes = new HashMap<>();
  private final Map<SpanDefinition, Set<String>> lambdas = new ConcurrentHashMap<>();
  private final Map<SpanDefinition, Set<String>> proxies = new ConcurrentHashMap<>();

  private RuntimeImplementations() {}

  /**
   * Prepares to look for implementations of methods.
   *
   * @param contracts the annotated methods that others implement
   * @param found the names of the module's classes, whose interfaces may extend the methods' types
   */
  static RuntimeImplementations of(
      List<SpanDefinition> contracts,
      ClassDirectory classes,
      Set<String> found,
      ClassHierarchy hierarchy)
      throws IOException {
    RuntimeImplementations implementations = new RuntimeImplementations();
    for (SpanDefinition contract : contracts) {
      Set<String> types = new TreeSet<>(Set.of(contract.className()));
      for (String name : found) {
        if (hierarchy.ancestors(name).contains(contract.className())) {
          types.add(name);
        }
      }
      for (String type : types) {
        implementations.add(contract, type, classes.read(type));
      }
    }
    return implementations;
  }

  /** A dependency's type is not among the module's classes; it counts as an interface. */
  private void add(SpanDefinition contract, String type, @Nullable FileContent content) {
    ParsedClass parsed = content == null ? null : ParsedClass.of(content);
    if (parsed != null && (parsed.node().access & Opcodes.ACC_INTERFACE) == 0) {
      return;
    }
    String internalName = type.replace('.', '/');
    byInterface.computeIfAbsent(internalName, first -> new ArrayList<>()).add(contract);
    for (String text : List.of(internalName, contract.method())) {
      prefixes.put(text, text.getBytes(UTF_8));
    }
    if (parsed != null) {
      proxyAnnotation(parsed).forEach(each -> note(proxies, contract, each));
    }
  }

  private static Stream<String> proxyAnnotation(ParsedClass type) {
    return Stream.of(type.node().visibleAnnotations, type.node().invisibleAnnotations)
        .flatMap(annotations -> annotations == null ? Stream.of() : annotations.stream())
        .map(RuntimeImplementations::simpleName)
        .filter(PROXY_ANNOTATIONS::contains)
        .map(name -> "@%s on %s has a framework implement it".formatted(name, type.name()));
  }

  private static String simpleName(AnnotationNode annotation) {
    String name = Type.getType(annotation.desc).getClassName();
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /**
   * Looks at a class; most are quickly seen to implement nothing of the kind. Safe for use by
   * several threads.
   */
  void look(String className, FileContent content, Constants constants) {
    if (prefixes.values().stream().noneMatch(constants::haveTextStartingWith)) {
      return;
    }
    for (MethodNode method : ParsedClass.of(content).methods()) {
      for (AbstractInsnNode instruction : method.instructions.toArray()) {
        if (instruction instanceof InvokeDynamicInsnNode lambda) {
          lookAtLambda(className, lambda);
        } else if (instruction instanceof LdcInsnNode constant
            && constant.cst instanceof Type type) {
          lookAtConstant(className, constant, type);
        }
      }
    }
  }

  private void lookAtLambda(String className, InvokeDynamicInsnNode lambda) {
    if (!lambda.bsm.getOwner().equals("java/lang/invoke/LambdaMetafactory")) {
      return;
    }
    contracts(Type.getReturnType(lambda.desc))
        .filter(contract -> contract.method().equals(lambda.name))
        .forEach(contract -> note(lambdas, contract, className));
  }

  private void lookAtConstant(String className, LdcInsnNode constant, Type type) {
    MethodInsnNode taker = taker(constant);
    if (taker == null || !PROXY_MAKER.matcher(taker.name).matches()) {
      return;
    }
    String owner = Type.getObjectType(taker.owner).getClassName();
    String maker = owner.substring(owner.lastIndexOf('.') + 1) + "." + taker.name;
    String name = type.getClassName().substring(type.getClassName().lastIndexOf('.') + 1);
    contracts(type)
        .forEach(
            contract ->
                note(
                    proxies,
                    contract,
                    "%s passes %s.class to %s".formatted(className, name, maker)));
  }

  /** The next call that takes a class, or several. */
  private static @Nullable MethodInsnNode taker(LdcInsnNode constant) {
    for (AbstractInsnNode next = constant.getNext(); next != null; next = next.getNext()) {
      if (next instanceof MethodInsnNode call && call.desc.contains("Ljava/lang/Class;")) {
        return call;
      }
    }
    return null;
  }

  private Stream<SpanDefinition> contracts(Type type) {
    return type.getSort() == Type.OBJECT
        ? byInterface.getOrDefault(type.getInternalName(), List.of()).stream()
        : Stream.of();
  }

  private static void note(
      Map<SpanDefinition, Set<String>> where, SpanDefinition contract, String what) {
    where.computeIfAbsent(contract, first -> new ConcurrentSkipListSet<>()).add(what);
  }

  /** Whether some implementation of a method was found. */
  boolean implement(SpanDefinition contract) {
    return lambdas.containsKey(contract) || proxies.containsKey(contract);
  }

  /** A sentence for each method and kind, in the order of the methods' names. */
  List<String> warnings() {
    List<String> sentences = new ArrayList<>();
    lambdas.forEach(
        (contract, classes) ->
            sentences.add(
                "A lambda in %s implements %s, and a lambda cannot be traced. Make it a class."
                    .formatted(listed(classes, ", "), shown(contract))));
    proxies.forEach(
        (contract, places) ->
            sentences.add(
                "%s. Calls of a proxy are not traced for %s: a proxy has no class file to weave. %s"
                    .formatted(listed(places, "; "), shown(contract), remedy(places))));
    return sentences.stream().sorted().toList();
  }

  private static String remedy(Set<String> places) {
    return places.stream().anyMatch(place -> place.contains(" to AiServices."))
        ? "Remove the annotation and build the AI service with TracedServices.build of"
            + " spanloom-langchain4j, or annotate the method that calls it."
        : "Annotate the method that calls it.";
  }

  private static String shown(SpanDefinition contract) {
    return "%s.%s (%s)".formatted(contract.className(), contract.signature(), contract.source());
  }

  private static String listed(Set<String> places, String separator) {
    int more = places.size() - MOST_CLASSES;
    String first = places.stream().limit(MOST_CLASSES).collect(joining(separator));
    return more > 0 ? first + " and %d more".formatted(more) : first;
  }
}
