package io.spanloom.maven.weave;

import io.spanloom.maven.callsite.CallSiteWeaver;
import io.spanloom.maven.callsite.Constants;
import io.spanloom.maven.model.SpanDefinition;
import io.spanloom.maven.model.SpanModel;
import io.spanloom.maven.model.SpanModelException;
import io.spanloom.maven.model.SpanModelReader;
import io.spanloom.maven.weave.AspectWeaver.Woven;
import io.spanloom.maven.weave.BuildState.Inputs;
import io.spanloom.maven.weave.BuildState.Weave;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Weaves one module, in place, and only if something changed: the classes that its model names, and
 * the call sites that hand tasks to other threads.
 */
public final class ModuleWeaver {

  private final WeaveRequest request;
  private final ClassDirectory classes;

  public ModuleWeaver(WeaveRequest request) {
    this.request = request;
    this.classes = new ClassDirectory(request.classesDirectory());
  }

  /**
   * Weaves the advice into every method of the module's span model, and into what implements the
   * annotated methods of its dependencies; and has tasks run in the context of who hands them on.
   *
   * @return what was done: all those methods are traced now. Null if there is nothing to weave.
   * @throws WeaveException if a method would not be traced; then no class has been changed
   * @throws SpanModelException if a model cannot be read
   */
  public @Nullable WeaveOutcome weave() throws WeaveException, SpanModelException {
    try {
      Path modelFile = request.classesDirectory().resolve(SpanModelReader.LOCATION);
      FileContent model =
          Files.isRegularFile(modelFile) ? FileContent.of(SpanModelReader.bytes(modelFile)) : null;
      if (!Files.isDirectory(request.classesDirectory())) {
        return null;
      }
      WeaveOutcome outcome = weaveUnlessCurrent(modelFile, model);
      return outcome == null || outcome.isEmpty() ? null : outcome;
    } catch (IOException failure) {
      throw new WeaveException(
          "Cannot weave %s: %s. Check that the directory can be read and written."
              .formatted(request.classesDirectory(), failure),
          failure);
    }
  }

  private @Nullable WeaveOutcome weaveUnlessCurrent(Path modelFile, @Nullable FileContent model)
      throws IOException, WeaveException, SpanModelException {
    BuildState state = BuildState.load(request.stateDirectory());
    String fingerprint = Fingerprint.of(request, model);
    if (state.isCurrent(fingerprint, classes)) {
      return state.unchanged();
    }
    SpanModel own = model == null ? null : SpanModelReader.parse(modelFile, model.bytes());
    try (ClassPath classPath = ClassPath.open(classPathWithOwnClasses())) {
      DependencyContracts dependencies =
          DependencyContracts.read(request.dependencies(), classPath);
      Map<String, BasicFileAttributes> found = classes.list();
      WeavePlan plan = plan(own, dependencies, found.keySet(), classPath);
      boolean propagates = request.propagateContext() && ContextCalls.arePossible(classPath);
      ContextCalls calls = lookAtAll(own, found.keySet(), propagates, classPath, state);
      return plan.classNames().isEmpty() && !propagates && state.isEmpty()
          ? new WeaveOutcome(0, 0, 0, false, plan.warnings())
          : weave(plan, calls, found, propagates, classPath, fingerprint, state);
    }
  }

  /** What to rewrite for context propagation, if no method has escaped the processor. */
  private ContextCalls lookAtAll(
      @Nullable SpanModel own,
      Set<String> found,
      boolean propagates,
      ClassPath classPath,
      BuildState state)
      throws IOException, WeaveException {
    UnprocessedMethods unprocessed = UnprocessedMethods.besides(own);
    ContextCalls calls = ContextCalls.none();
    if (propagates) {
      calls = ContextCalls.rewrite(classes, found, state, classPath, unprocessed::look);
    } else {
      for (String name : found) {
        look(name, unprocessed);
      }
    }
    unprocessed.refuse();
    return calls;
  }

  private void look(String name, UnprocessedMethods unprocessed)
      throws IOException, WeaveException {
    FileContent content = classes.read(name);
    try {
      if (content != null) {
        unprocessed.look(name, content, Constants.of(content.bytes()));
      }
    } catch (IllegalArgumentException | IndexOutOfBoundsException unreadable) {
      throw WeaveException.unreadable(name, unreadable);
    }
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

  private WeavePlan plan(
      @Nullable SpanModel model,
      DependencyContracts dependencies,
      Set<String> found,
      ClassPath classPath)
      throws IOException, WeaveException {
    try {
      return WeavePlan.of(model, dependencies, classes, found, classPath);
    } catch (RuntimeException unreadable) {
      throw new WeaveException(
          "Cannot read the classes in %s: %s. Compile for an older Java release, or update spanloom-maven-plugin."
              .formatted(request.classesDirectory(), unreadable),
          unreadable);
    }
  }

  private WeaveOutcome weave(
      WeavePlan plan,
      ContextCalls calls,
      Map<String, BasicFileAttributes> found,
      boolean propagates,
      ClassPath classPath,
      String fingerprint,
      BuildState state)
      throws IOException, WeaveException {
    Map<String, FileContent> present = classes.readAll(plan.classNames());
    Map<String, ParsedClass> parsed = parse(present);
    Map<String, ParsedClass> libraries = parse(classPath.readAll(plan.libraryAspects()));
    parsed.putAll(libraries);
    Inputs inputs = state.inputs(present);
    boolean wovenElsewhere = !inputs.wovenElsewhere().isEmpty();
    if (wovenElsewhere) {
      requireAllAdvice(plan, parsed, inputs.wovenElsewhere());
    }
    if (wovenElsewhere && calls.isEmpty()) {
      return outcome(plan, calls, false, plan.warnings());
    }
    Set<String> traced = wovenElsewhere ? Set.of() : plan.classNames();
    Map<String, FileContent> unwoven = new TreeMap<>(calls.unwoven());
    if (!wovenElsewhere) {
      unwoven.putAll(inputs.unwoven());
    }
    Map<String, FileContent> woven =
        weaveAll(wovenElsewhere ? WeavePlan.nothing() : plan, unwoven, calls, libraries, classPath);
    Map<String, FileContent> forgotten = forgotten(state.forgotten(unwoven.keySet(), classes));
    Weave weave = new Weave(fingerprint, found, plan.open() || propagates, traced, unwoven, woven);
    List<String> warnings = new ArrayList<>(plan.warnings());
    warnings.addAll(forgottenWarnings(state.noLongerTraced(plan.classNames(), classes)));
    WeaveOutcome outcome = outcome(plan, calls, true, warnings);
    state.replace(weave, outcome, forgotten, classes);
    return outcome;
  }

  /** Classes woven by someone else will do if they turn out to carry all of our advice. */
  private void requireAllAdvice(
      WeavePlan plan, Map<String, ParsedClass> present, Set<String> wovenElsewhere)
      throws WeaveException {
    if (!Weavability.check(plan.methods(), present).isEmpty()
        || !AdviceProof.findGaps(plan.methods(), present, List.of()).isEmpty()) {
      throw new WeaveException(
          "Cannot weave %s: already woven, by another AspectJ plugin or by a build whose %s was deleted. Rebuild with 'mvn clean process-classes', and let no other AspectJ plugin weave this module before Spanloom does."
              .formatted(String.join(", ", wovenElsewhere), request.stateDirectory()));
    }
  }

  /** First the call sites, on which AspectJ has no eye, then the advice. */
  private Map<String, FileContent> weaveAll(
      WeavePlan plan,
      Map<String, FileContent> unwoven,
      ContextCalls calls,
      Map<String, ParsedClass> libraries,
      ClassPath classPath)
      throws IOException, WeaveException {
    Map<String, FileContent> result = new TreeMap<>(unwoven);
    result.putAll(calls.contents());
    Set<String> taskBodies = calls.taskBodies();
    Set<String> advised = new TreeSet<>(plan.classNames());
    advised.addAll(taskBodies);
    if (advised.isEmpty()) {
      return result;
    }
    Map<String, FileContent> forAspectJ = new TreeMap<>(result);
    forAspectJ.keySet().retainAll(advised);
    Map<String, ParsedClass> before = parse(forAspectJ);
    before.putAll(libraries);
    refuse(plan, Weavability.check(plan.methods(), before));
    requireRuntime(classPath);
    Set<String> libraryAspects = new TreeSet<>(plan.libraryAspects());
    if (!taskBodies.isEmpty()) {
      libraryAspects.add(CallSiteWeaver.TASK_BODIES);
    }
    Woven woven = runAspectJ(forAspectJ, libraryAspects, classPath);
    refuse(woven.errors());
    Map<String, ParsedClass> after = parse(woven.classes());
    after.putAll(libraries);
    ForeignAdvice.refuse(plan, after);
    refuse(plan, AdviceProof.findGaps(plan.methods(), after, woven.warnings()));
    result.putAll(woven.classes());
    return result;
  }

  private Woven runAspectJ(
      Map<String, FileContent> unwoven, Set<String> libraryAspects, ClassPath classPath)
      throws IOException, WeaveException {
    try {
      return AspectWeaver.weave(unwoven, libraryAspects, classPath);
    } catch (RuntimeException failure) {
      throw new WeaveException(
          "Cannot weave %s: AspectJ failed with %s. Run Maven with -e and report what it prints."
              .formatted(request.classesDirectory(), failure),
          failure);
    }
  }

  private List<Path> classPathWithOwnClasses() {
    return Stream.concat(Stream.of(request.classesDirectory()), request.classPath().stream())
        .toList();
  }

  private void requireRuntime(ClassPath classPath) throws IOException, WeaveException {
    for (RuntimePart part : RuntimePart.values()) {
      if (!classPath.contains(part.className)) {
        throw new WeaveException(
            "Cannot weave %s: %s is not on the class path, and woven classes need it to run. Add the dependency io.spanloom:spanloom-runtime (it brings aspectjrt)."
                .formatted(request.classesDirectory(), part.artifact));
      }
    }
  }

  private static Map<String, ParsedClass> parse(Map<String, FileContent> classes)
      throws WeaveException {
    Map<String, ParsedClass> parsed = new TreeMap<>();
    for (Map.Entry<String, FileContent> file : classes.entrySet()) {
      try {
        parsed.put(file.getKey(), ParsedClass.of(file.getValue()));
      } catch (RuntimeException unreadable) {
        throw WeaveException.unreadable(file.getKey(), unreadable);
      }
    }
    return parsed;
  }

  private static void refuse(WeavePlan plan, List<UntracedMethod> untraced) throws WeaveException {
    if (!untraced.isEmpty()) {
      throw UntracedMethod.failure(untraced, plan.methods().size());
    }
  }

  private void refuse(List<String> weaverErrors) throws WeaveException {
    if (!weaverErrors.isEmpty()) {
      throw new WeaveException(
          "Cannot weave %s: AspectJ reports an error.\n  %s\nAdd the dependency of a type that is missing; no class has been changed."
              .formatted(request.classesDirectory(), String.join("\n  ", weaverErrors)));
    }
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
