package io.spanloom.weaver.weave;

import io.spanloom.weaver.callsite.CallSiteWeaver;
import io.spanloom.weaver.weave.AspectWeaver.Woven;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Weaves the classes that a plan names, and proves that each method of the plan is traced. */
final class PlanWeaver {

  private final Path directory;
  private final WeavePlan plan;
  private final ClassPath classPath;

  /**
   * A weaver for one plan.
   *
   * @param directory where the classes are, for messages
   */
  PlanWeaver(Path directory, WeavePlan plan, ClassPath classPath) {
    this.directory = directory;
    this.plan = plan;
    this.classPath = classPath;
  }

  /**
   * Weaves: first the call sites, which AspectJ cannot weave, then the advice.
   *
   * @param unwoven the classes by binary name
   * @param calls what context propagation rewrites
   * @return what the classes become
   */
  Map<String, FileContent> weave(Map<String, FileContent> unwoven, ContextCalls calls)
      throws IOException, WeaveException {
    Map<String, FileContent> result = new TreeMap<>(unwoven);
    result.putAll(calls.contents());
    plan.overrides()
        .forEach(
            (heir, methods) ->
                result.computeIfPresent(
                    heir, (name, type) -> InheritedMethod.override(type, methods)));
    Set<String> taskBodies = calls.taskBodies();
    Map<String, FileContent> toAdvise = new TreeMap<>(result);
    toAdvise.keySet().retainAll(union(plan.classNames(), taskBodies));
    if (!toAdvise.isEmpty() || !plan.methods().isEmpty()) {
      result.putAll(advise(toAdvise, !taskBodies.isEmpty()));
    }
    keepSerialVersions(unwoven, result);
    return result;
  }

  private void keepSerialVersions(Map<String, FileContent> unwoven, Map<String, FileContent> woven)
      throws IOException {
    SerialVersion versions = new SerialVersion(ClassHierarchy.withJdk(classPath));
    for (Map.Entry<String, FileContent> type : woven.entrySet()) {
      FileContent before = unwoven.get(type.getKey());
      if (before != null) {
        type.setValue(versions.keep(before, type.getValue()));
      }
    }
  }

  private Map<String, FileContent> advise(Map<String, FileContent> classes, boolean taskBodies)
      throws IOException, WeaveException {
    Map<String, ParsedClass> libraries =
        ParsedClass.ofAll(classPath.readAll(plan.libraryAspects()));
    Map<String, ParsedClass> before = ParsedClass.ofAll(classes);
    Map<String, FileContent> aspects = completeAspects(classes, before);
    before.putAll(libraries);
    refuse(Weavability.check(plan.methods(), before));
    requireRuntime();
    Set<String> applied = new TreeSet<>(union(plan.libraryAspects(), aspects.keySet()));
    if (taskBodies) {
      applied.add(CallSiteWeaver.TASK_BODIES);
    }
    Map<String, FileContent> toWeave = new TreeMap<>(classes);
    toWeave.keySet().removeAll(aspects.keySet());
    Woven woven = toWeave.isEmpty() ? Woven.nothing() : runAspectJ(toWeave, applied, aspects);
    refuseErrors(woven.errors());
    Map<String, FileContent> result = new TreeMap<>(aspects);
    result.putAll(woven.classes());
    prove(result, libraries, woven.warnings());
    result.replaceAll(this::openToOthers);
    return result;
  }

  /** Another weaver may weave the project's own aspects into what is woven here. */
  private FileContent openToOthers(String name, FileContent woven) {
    return plan.aspects().contains(name) ? GuardedAspect.of(woven) : WovenMark.putOn(woven);
  }

  /** The module's aspects that need no weaving themselves, with their instances. */
  private Map<String, FileContent> completeAspects(
      Map<String, FileContent> classes, Map<String, ParsedClass> parsed) {
    Map<String, FileContent> aspects = new TreeMap<>();
    for (String name : plan.aspects()) {
      ParsedClass aspect = parsed.get(name);
      FileContent content = classes.get(name);
      if (aspect != null && content != null && AspectInstance.suffices(aspect)) {
        aspects.put(name, AspectInstance.addTo(content, aspect));
      }
    }
    return aspects;
  }

  private void prove(
      Map<String, FileContent> woven, Map<String, ParsedClass> libraries, List<String> warnings)
      throws WeaveException {
    Map<String, ParsedClass> after = ParsedClass.ofAll(woven);
    after.putAll(libraries);
    ForeignAdvice.refuse(plan, after);
    refuse(AdviceProof.findGaps(plan.methods(), after, warnings));
  }

  private Woven runAspectJ(
      Map<String, FileContent> unwoven, Set<String> applied, Map<String, FileContent> aspects)
      throws IOException, WeaveException {
    try {
      return AspectWeaver.weave(unwoven, applied, new WeaverClassPath(aspects, classPath));
    } catch (RuntimeException failure) {
      throw new WeaveException(
          "Cannot weave %s: AspectJ failed with %s. Run Maven with -e and report what it prints."
              .formatted(directory, failure),
          failure);
    }
  }

  private void requireRuntime() throws IOException, WeaveException {
    for (RuntimePart part : RuntimePart.values()) {
      if (!classPath.contains(part.className)) {
        throw new WeaveException(
            "Cannot weave %s: %s is not on the class path, and woven classes need it to run. Add the dependency io.spanloom:spanloom-runtime (it brings aspectjrt)."
                .formatted(directory, part.artifact));
      }
    }
  }

  private void refuse(List<UntracedMethod> untraced) throws WeaveException {
    if (!untraced.isEmpty()) {
      throw UntracedMethod.failure(untraced, plan.methods().size());
    }
  }

  private void refuseErrors(List<String> weaverErrors) throws WeaveException {
    if (!weaverErrors.isEmpty()) {
      throw new WeaveException(
          "Cannot weave %s: AspectJ reports an error.\n  %s\nAdd the dependency of a type that is missing; no class has been changed."
              .formatted(directory, String.join("\n  ", weaverErrors)));
    }
  }

  private static Set<String> union(Set<String> one, Set<String> other) {
    Set<String> union = new TreeSet<>(one);
    union.addAll(other);
    return union;
  }

  /** What woven classes need at run time. */
  private enum RuntimePart {
    SPANLOOM("io.spanloom.internal.advice.Frame", "spanloom-runtime"),
    ASPECTJ("org.aspectj.lang.NoAspectBoundException", "aspectjrt");

    private final String className;
    private final String artifact;

    RuntimePart(String className, String artifact) {
      this.className = className;
      this.artifact = artifact;
    }
  }
}
