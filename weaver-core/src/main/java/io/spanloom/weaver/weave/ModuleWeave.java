package io.spanloom.weaver.weave;

import io.spanloom.weaver.model.SpanDefinition;
import io.spanloom.weaver.model.SpanModel;
import io.spanloom.weaver.model.SpanModelException;
import io.spanloom.weaver.weave.BuildState.Inputs;
import io.spanloom.weaver.weave.BuildState.Weave;
import java.io.IOException;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One weave of a module that is not as the last one left it. */
final class ModuleWeave {

  private final WeaveRequest request;
  private final ClassDirectory classes;
  private final ClassPath classPath;
  private final BuildState state;
  private final String fingerprint;

  /**
   * A weave.
   *
   * @param classPath the module's own classes, then its dependencies
   * @param state what the last weave left
   * @param fingerprint what this one depends on
   */
  ModuleWeave(
      WeaveRequest request,
      ClassDirectory classes,
      ClassPath classPath,
      BuildState state,
      String fingerprint) {
    this.request = request;
    this.classes = classes;
    this.classPath = classPath;
    this.state = state;
    this.fingerprint = fingerprint;
  }

  /** Weaves a module with this span model; null if it has none. */
  WeaveOutcome run(@Nullable SpanModel own) throws IOException, WeaveException, SpanModelException {
    Map<String, BasicFileAttributes> found = classes.list();
    ModulePlan planned = ModulePlan.of(request, own, classes, found.keySet(), classPath, state);
    WeavePlan plan = planned.plan();
    boolean propagates = planned.propagates();
    ContextCalls calls = planned.calls();
    List<String> warnings = planned.warnings();
    if (plan.classNames().isEmpty() && !propagates && state.isEmpty()) {
      return new WeaveOutcome(0, 0, 0, false, warnings);
    }
    Inputs inputs = state.inputs(classes.readAll(plan.classNames()));
    boolean open = plan.open() || propagates;
    if (inputs.wovenElsewhere().isEmpty()) {
      return replace(plan, calls, weave(plan, inputs.unwoven(), calls, found, open), warnings);
    }
    requireAllAdvice(plan, inputs.wovenElsewhere());
    return calls.isEmpty()
        ? outcome(plan, calls, false, warnings)
        : replace(plan, calls, weave(WeavePlan.nothing(), Map.of(), calls, found, open), warnings);
  }

  /** Classes woven by someone else will do if they turn out to carry all of our advice. */
  private void requireAllAdvice(WeavePlan plan, Set<String> wovenElsewhere)
      throws IOException, WeaveException {
    Map<String, ParsedClass> present = ParsedClass.ofAll(classes.readAll(plan.classNames()));
    present.putAll(ParsedClass.ofAll(classPath.readAll(plan.libraryAspects())));
    if (!Weavability.check(plan.methods(), present).isEmpty()
        || !AdviceProof.findGaps(plan.methods(), present, List.of()).isEmpty()) {
      throw new WeaveException(
          "Cannot weave %s: already woven, by another AspectJ plugin or by a build whose %s was deleted. Rebuild with 'mvn clean process-classes', and let no other AspectJ plugin weave this module before Spanloom does."
              .formatted(String.join(", ", wovenElsewhere), request.stateDirectory()));
    }
  }

  private Weave weave(
      WeavePlan plan,
      Map<String, FileContent> toAdvise,
      ContextCalls calls,
      Map<String, BasicFileAttributes> found,
      boolean open)
      throws IOException, WeaveException {
    Map<String, FileContent> unwoven = new TreeMap<>(calls.unwoven());
    unwoven.putAll(toAdvise);
    Map<String, FileContent> woven =
        new PlanWeaver(request.classesDirectory(), plan, classPath).weave(unwoven, calls);
    return new Weave(fingerprint, found, open, plan.classNames(), unwoven, woven);
  }

  /** Puts the woven classes in place. */
  private WeaveOutcome replace(
      WeavePlan plan, ContextCalls calls, Weave weave, List<String> planned)
      throws IOException, WeaveException {
    Map<String, FileContent> forgotten =
        forgotten(state.forgotten(weave.unwoven().keySet(), classes));
    List<String> warnings = new ArrayList<>(planned);
    warnings.addAll(forgottenWarnings(state.noLongerTraced(plan.classNames(), classes)));
    WeaveOutcome outcome = outcome(plan, calls, true, warnings);
    state.replace(weave, outcome, forgotten, classes);
    return outcome;
  }

  /** The unwoven copies of classes that are not to be woven any more. */
  private Map<String, FileContent> forgotten(Inputs forgotten) throws WeaveException {
    if (!forgotten.wovenElsewhere().isEmpty()) {
      throw new WeaveException(
          "Cannot take out of %s what an earlier build wove: the unwoven copy in %s is damaged. Rebuild with 'mvn clean process-classes'."
              .formatted(String.join(", ", forgotten.wovenElsewhere()), request.stateDirectory()));
    }
    return forgotten.unwoven();
  }

  private static WeaveOutcome outcome(
      WeavePlan plan, ContextCalls calls, boolean changed, List<String> warnings) {
    long classes = plan.methods().stream().map(SpanDefinition::className).distinct().count();
    return new WeaveOutcome(
        plan.methods().size(),
        Math.toIntExact(classes),
        calls.callSites(),
        changed,
        warnings,
        plan.dependencies());
  }

  private static List<String> forgottenWarnings(Set<String> classNames) {
    if (classNames.isEmpty()) {
      return List.of();
    }
    return List.of(
        "The span model no longer names %s: not traced any more, although not compiled again. If no annotation was removed, run 'mvn clean process-classes' for a complete model."
            .formatted(String.join(", ", classNames)));
  }
}
