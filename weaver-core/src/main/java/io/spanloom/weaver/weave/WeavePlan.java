package io.spanloom.weaver.weave;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import io.spanloom.weaver.model.SpanDefinition;
import io.spanloom.weaver.model.SpanModel;
import io.spanloom.weaver.weave.Implementations.Implementation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodNode;

/**
 * Which methods of a module are to be woven with what: those its model names, and those that
 * implement annotated methods of the module or of its dependencies.
 *
 * @param methods every method that must carry its advice, one entry for each
 * @param aspects the module's own aspects
 * @param libraryAspects aspects of dependencies, woven there
 * @param open whether a new class could be one to weave without being named by a model
 * @param overrides what classes have to override to be traced, by their names
 * @param contracts the annotated methods that others implement, of the module and its dependencies
 * @param warnings what is not traced, and why
 * @param dependencies what is traced for dependencies, a line for each
 */
record WeavePlan(
    List<SpanDefinition> methods,
    Set<String> aspects,
    Set<String> libraryAspects,
    boolean open,
    Map<String, List<InheritedMethod>> overrides,
    List<SpanDefinition> contracts,
    ContractWarnings warnings,
    List<String> dependencies) {

  WeavePlan {
    methods = List.copyOf(methods);
    aspects = Set.copyOf(aspects);
    libraryAspects = Set.copyOf(libraryAspects);
    overrides = Map.copyOf(overrides);
    contracts = List.copyOf(contracts);
    dependencies = List.copyOf(dependencies);
  }

  /**
   * Makes the plan.
   *
   * @param model the module's own; null if it has none
   * @param dependencies the annotated methods of its dependencies
   * @param found the names of the module's classes
   * @param classPath the module's own classes, then its dependencies
   * @throws WeaveException if a method would be traced twice, or something protected be captured
   */
  static WeavePlan of(
      @Nullable SpanModel model,
      DependencyContracts dependencies,
      ClassDirectory classes,
      Set<String> found,
      ClassPath classPath)
      throws IOException, WeaveException {
    List<SpanDefinition> own = model == null ? List.of() : model.spans();
    List<SpanDefinition> contracts =
        Stream.concat(own.stream(), dependencies.methods().stream())
            .filter(SpanDefinition::implementations)
            .toList();
    ClassHierarchy hierarchy = ClassHierarchy.withoutJdk(classPath);
    List<Implementation> implementations =
        contracts.isEmpty() ? List.of() : new Implementations(hierarchy).find(contracts, found);
    Set<SpanDefinition> withCode = withCode(own, classes);
    List<SpanDefinition> notImplemented = notImplemented(own, withCode, implementations);
    refuseNeverImplemented(
        notImplemented, own.size(), new ExternalImplementations(classes, found, hierarchy));
    List<Implementation> traced =
        implementations.stream().filter(Implementation::isTraced).toList();
    List<SpanDefinition> methods = methods(withCode, traced);
    Set<String> aspects = own.stream().map(SpanDefinition::aspect).collect(toSet());
    Set<String> libraryAspects =
        traced.stream().map(each -> each.contract().aspect()).collect(toSet());
    libraryAspects.removeAll(aspects);
    return new WeavePlan(
        methods,
        aspects,
        libraryAspects,
        !contracts.isEmpty(),
        overrides(traced),
        contracts,
        new ContractWarnings(
            dependencies.warnings(),
            notImplemented,
            implementations.stream().filter(Implementation::isOutOfReach).toList()),
        dependencies.wovenFor(traced));
  }

  private static Map<String, List<InheritedMethod>> overrides(List<Implementation> traced) {
    Map<String, List<InheritedMethod>> overrides = new TreeMap<>();
    for (Implementation implementation : traced) {
      InheritedMethod inherited = implementation.inherited();
      if (inherited != null) {
        overrides
            .computeIfAbsent(implementation.traced().className(), first -> new ArrayList<>())
            .add(inherited);
      }
    }
    return overrides;
  }

  /** A plan without any method. */
  static WeavePlan nothing() {
    return new WeavePlan(
        List.of(),
        Set.of(),
        Set.of(),
        false,
        Map.of(),
        List.of(),
        ContractWarnings.none(),
        List.of());
  }

  /** The part of the plan that concerns one class, with the aspects of its methods. */
  WeavePlan only(String className) {
    List<SpanDefinition> own =
        methods.stream().filter(method -> method.className().equals(className)).toList();
    Set<String> needed =
        own.stream().map(SpanDefinition::aspect).collect(toCollection(TreeSet::new));
    Set<String> library = new TreeSet<>(needed);
    library.retainAll(libraryAspects);
    needed.add(className);
    needed.retainAll(aspects);
    return new WeavePlan(
        own,
        needed,
        library,
        false,
        overrides.containsKey(className) ? Map.of(className, overrides.get(className)) : Map.of(),
        List.of(),
        ContractWarnings.none(),
        List.of());
  }

  /** The classes that are woven: those that declare the methods, and the module's aspects. */
  Set<String> classNames() {
    Set<String> names = new TreeSet<>(aspects);
    methods.forEach(method -> names.add(method.className()));
    return names;
  }

  /** The methods that are woven themselves, in the model's order. */
  private static Set<SpanDefinition> withCode(List<SpanDefinition> own, ClassDirectory classes)
      throws IOException {
    Set<SpanDefinition> methods = new LinkedHashSet<>();
    for (SpanDefinition span : own) {
      if (!span.implementations() || !isAbstract(span, classes)) {
        methods.add(span);
      }
    }
    return methods;
  }

  private static List<SpanDefinition> notImplemented(
      List<SpanDefinition> own,
      Set<SpanDefinition> withCode,
      List<Implementation> implementations) {
    return own.stream()
        .filter(span -> !withCode.contains(span))
        .filter(span -> implementations.stream().noneMatch(it -> it.contract().equals(span)))
        .toList();
  }

  private static List<SpanDefinition> methods(
      Set<SpanDefinition> withCode, List<Implementation> traced) throws WeaveException {
    refuseSensitive(traced);
    List<SpanDefinition> methods = new ArrayList<>(withCode);
    traced.stream().map(Implementation::traced).forEach(methods::add);
    refuseTwice(methods);
    return methods;
  }

  private static boolean isAbstract(SpanDefinition span, ClassDirectory classes)
      throws IOException {
    FileContent content = classes.read(span.className());
    MethodNode method =
        content == null ? null : ParsedClass.of(content).method(span.method(), span.descriptor());
    return method != null && (method.access & Opcodes.ACC_ABSTRACT) != 0;
  }

  private static void refuseNeverImplemented(
      List<SpanDefinition> notImplemented, int annotated, ExternalImplementations external)
      throws IOException, WeaveException {
    List<UntracedMethod> never = new ArrayList<>();
    for (SpanDefinition span : notImplemented) {
      if (!external.canImplement(span)) {
        never.add(
            new UntracedMethod(
                span,
                "no class of this module implements it, and no other module can",
                "Implement it in a class (neither a lambda nor a proxy can be traced), annotate"
                    + " what calls it instead, or make it public if it is an API"));
      }
    }
    if (!never.isEmpty()) {
      throw UntracedMethod.failure(never, annotated);
    }
  }

  private static void refuseSensitive(List<Implementation> implementations) throws WeaveException {
    for (Implementation implementation : implementations) {
      if (implementation.sensitive()) {
        SpanDefinition contract = implementation.contract();
        throw new WeaveException(
            "Cannot weave %s.%s: it marks something @Sensitive that %s.%s (%s), for which it is traced, would capture. Mark it @Sensitive there, or annotate the implementation itself."
                .formatted(
                    implementation.traced().className(),
                    implementation.traced().signature(),
                    contract.className(),
                    contract.signature(),
                    contract.source()));
      }
    }
  }

  private static void refuseTwice(List<SpanDefinition> methods) throws WeaveException {
    Map<String, Set<String>> aspects =
        methods.stream()
            .collect(
                groupingBy(
                    method -> method.className() + "." + method.signature(),
                    TreeMap::new,
                    mapping(SpanDefinition::aspect, toCollection(TreeSet::new))));
    String twice =
        aspects.entrySet().stream()
            .filter(method -> method.getValue().size() > 1)
            .map(method -> method.getKey() + " by " + String.join(" and ", method.getValue()))
            .collect(joining(", "));
    if (!twice.isEmpty()) {
      throw new WeaveException(
          "Cannot weave: a method that implements several annotated ones would be traced by each: %s. Annotate the method itself: its own annotation wins."
              .formatted(twice));
    }
  }
}
