package io.spanloom.weaver.blueprint;

import io.spanloom.weaver.blueprint.ClassFacts.MethodFacts;
import io.spanloom.weaver.blueprint.CodeBase.ArtifactModel;
import io.spanloom.weaver.blueprint.Reference.Call;
import io.spanloom.weaver.model.SourceLocation;
import io.spanloom.weaver.model.SpanDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The methods that open spans: those the models name, and those that implement them. */
final class TracedMethods {

  private final CodeBase code;
  private final Types types;
  private final Map<MethodKey, TracedMethod> named = new LinkedHashMap<>();
  private final Map<MethodKey, TracedMethod> implementing = new LinkedHashMap<>();

  private TracedMethods(CodeBase code, Types types) {
    this.code = code;
    this.types = types;
  }

  /**
   * A method that opens a span.
   *
   * @param artifact the artifact whose class it is in
   * @param span the span, as a method of this class
   * @param source where it is written
   * @param contractArtifact the artifact whose model names it or what it implements
   */
  record TracedMethod(
      MethodKey key,
      String artifact,
      SpanDefinition span,
      SourceLocation source,
      String contractArtifact) {

    String id() {
      return key.toString();
    }
  }

  /** All of them, sorted by id. */
  static Map<MethodKey, TracedMethod> of(CodeBase code, Types types) {
    TracedMethods methods = new TracedMethods(code, types);
    code.models().forEach(methods::addNamed);
    List.copyOf(methods.named.values()).stream()
        .filter(method -> method.span().implementations())
        .forEach(methods::addImplementing);
    Map<String, TracedMethod> sorted = new TreeMap<>();
    methods.named.values().forEach(method -> sorted.put(method.id(), method));
    methods.implementing.values().forEach(method -> sorted.put(method.id(), method));
    Map<MethodKey, TracedMethod> all = new LinkedHashMap<>();
    sorted.values().forEach(method -> all.put(method.key(), method));
    return all;
  }

  private void addNamed(ArtifactModel model) {
    for (SpanDefinition span : model.model().spans()) {
      MethodKey key =
          MethodKey.of(span.className().replace('.', '/'), span.method(), span.descriptor());
      named.putIfAbsent(
          key, new TracedMethod(key, model.artifact(), span, span.source(), model.artifact()));
    }
  }

  /** A contract that has an implementation in sight opens no span itself unless it has code. */
  private void addImplementing(TracedMethod contract) {
    boolean found = false;
    for (String type : types.subtypes(contract.key().owner())) {
      ClassFacts facts = code.classes().get(type);
      if (facts != null && !type.equals(contract.key().owner())) {
        found |= addImplementing(contract, facts);
      }
    }
    MethodFacts itself = types.find(contract.key().owner(), contract.key().signature());
    if (found && itself != null && itself.isAbstract()) {
      named.remove(contract.key());
    }
  }

  private boolean addImplementing(TracedMethod contract, ClassFacts type) {
    boolean found = false;
    for (String descriptor : descriptors(contract.key(), type)) {
      MethodFacts method = type.methods().get(contract.key().name() + descriptor);
      if (method != null && method.isImplementation()) {
        found = true;
        if (!named.containsKey(method.key())) {
          implementing.putIfAbsent(method.key(), implementing(contract, type, method));
        }
      }
    }
    return found;
  }

  private TracedMethod implementing(TracedMethod contract, ClassFacts type, MethodFacts method) {
    MethodKey key = method.key();
    SourceLocation source =
        type.sourceFile() == null || method.line() == 0
            ? contract.source()
            : new SourceLocation(type.sourceFile(), method.line());
    return new TracedMethod(
        key,
        code.artifacts().getOrDefault(type.name(), contract.artifact()),
        contract.span().implementedBy(key.className(), key.descriptor()),
        source,
        contract.contractArtifact());
  }

  /** A bridge leads from the erased types of a generic contract to those of an implementation. */
  private Set<String> descriptors(MethodKey contract, ClassFacts type) {
    Set<String> descriptors = new TreeSet<>(Set.of(contract.descriptor()));
    boolean grew = true;
    while (grew) {
      Set<String> bridged = new TreeSet<>();
      for (String ancestor : types.ancestors(type.name())) {
        ClassFacts facts = code.classes().get(ancestor);
        if (facts != null) {
          facts.methods().values().stream()
              .filter(MethodFacts::isBridge)
              .filter(method -> method.key().name().equals(contract.name()))
              .filter(method -> descriptors.contains(method.key().descriptor()))
              .flatMap(method -> method.references().stream())
              .filter(Call.class::isInstance)
              .map(reference -> ((Call) reference).target())
              .filter(target -> target.name().equals(contract.name()))
              .forEach(target -> bridged.add(target.descriptor()));
        }
      }
      grew = descriptors.addAll(bridged);
    }
    return descriptors;
  }
}
