package io.spanloom.weaver.weave;

import io.spanloom.weaver.model.SpanDefinition;
import io.spanloom.weaver.weave.Implementations.Implementation;
import java.util.ArrayList;
import java.util.List;

/**
 * What a build says about annotated methods that something implements without being traced for
 * them.
 *
 * @param ofDependencies about the models of dependencies
 * @param notImplemented methods that no class of the module implements
 * @param outOfReach implementations that cannot be woven
 */
record ContractWarnings(
    List<String> ofDependencies,
    List<SpanDefinition> notImplemented,
    List<Implementation> outOfReach) {

  ContractWarnings {
    ofDependencies = List.copyOf(ofDependencies);
    notImplemented = List.copyOf(notImplemented);
    outOfReach = List.copyOf(outOfReach);
  }

  static ContractWarnings none() {
    return new ContractWarnings(List.of(), List.of(), List.of());
  }

  /** The sentences; where it is known what implements a method at run time, they say so. */
  List<String> with(RuntimeImplementations seen) {
    List<String> sentences = new ArrayList<>(ofDependencies);
    for (SpanDefinition span : notImplemented) {
      if (!seen.implement(span)) {
        sentences.add(notImplemented(span));
      }
    }
    outOfReach.forEach(implementation -> sentences.add(outOfReach(implementation)));
    sentences.addAll(seen.warnings());
    return sentences;
  }

  /** An API is implemented elsewhere, and nobody here knows whether it will be traced there. */
  private static String notImplemented(SpanDefinition span) {
    return "No class of this module implements %s.%s (%s), so nothing here is traced for it. Weave the module that implements it; a lambda cannot be traced, make it a class."
        .formatted(span.className(), span.signature(), span.source());
  }

  private static String outOfReach(Implementation implementation) {
    SpanDefinition traced = implementation.traced();
    SpanDefinition contract = implementation.contract();
    return "%s inherits %s, which is final, and is not traced for %s.%s (%s). Annotate the inherited method itself, or make it overridable."
        .formatted(
            traced.className(),
            traced.signature(),
            contract.className(),
            contract.signature(),
            contract.source());
  }
}
