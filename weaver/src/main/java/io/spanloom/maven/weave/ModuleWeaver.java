package io.spanloom.maven.weave;

import io.spanloom.maven.model.SpanDefinition;
import io.spanloom.maven.model.SpanModel;
import io.spanloom.maven.model.SpanModelException;
import io.spanloom.maven.model.SpanModelReader;
import io.spanloom.maven.weave.AspectWeaver.Woven;
import io.spanloom.maven.weave.BuildState.Inputs;
import io.spanloom.maven.weave.BuildState.Weave;
import io.spanloom.maven.weave.Ledger.Entry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Weaves one module: its model's classes, in place, and only if something changed. */
public final class ModuleWeaver {

  private final WeaveRequest request;
  private final ClassDirectory classes;

  public ModuleWeaver(WeaveRequest request) {
    this.request = request;
    this.classes = new ClassDirectory(request.classesDirectory());
  }

  /**
   * Weaves the advice into every method of the module's span model.
   *
   * @return what was done: every method of the model is traced now. Null if there is no model.
   * @throws WeaveException if a method would not be traced; then no class has been changed
   * @throws SpanModelException if the model cannot be read
   */
  public @Nullable WeaveOutcome weave() throws WeaveException, SpanModelException {
    try {
      Path modelFile = request.classesDirectory().resolve(SpanModelReader.LOCATION);
      FileContent model = FileContent.read(modelFile);
      return model == null ? null : weaveUnlessCurrent(modelFile, model);
    } catch (IOException failure) {
      throw new WeaveException(
          "Cannot weave %s: %s. Check that the directory can be read and written."
              .formatted(request.classesDirectory(), failure),
          failure);
    }
  }

  private WeaveOutcome weaveUnlessCurrent(Path modelFile, FileContent model)
      throws IOException, WeaveException, SpanModelException {
    BuildState state = BuildState.load(request.stateDirectory());
    String fingerprint = Fingerprint.of(request, model);
    return state.isCurrent(fingerprint, classes)
        ? state.unchanged()
        : weave(SpanModelReader.parse(modelFile, model.bytes()), fingerprint, state);
  }

  private WeaveOutcome weave(SpanModel model, String fingerprint, BuildState state)
      throws IOException, WeaveException {
    Set<String> named = namedBy(model);
    Map<String, FileContent> present = classes.readAll(named);
    Map<String, ParsedClass> parsed = parse(present);
    Inputs inputs = state.inputs(present);
    if (!inputs.wovenElsewhere().isEmpty()) {
      return acceptWovenElsewhere(model, parsed, inputs.wovenElsewhere());
    }
    Weave weave = new Weave(fingerprint, inputs.unwoven(), weaveAll(model, inputs.unwoven()));
    Map<String, Entry> leftWoven = state.leftWoven(named, classes);
    WeaveOutcome outcome = outcome(model, true, leftWovenWarnings(leftWoven.keySet()));
    state.replace(weave, outcome, leftWoven, classes);
    return outcome;
  }

  private static Set<String> namedBy(SpanModel model) {
    Set<String> names = new TreeSet<>();
    for (SpanDefinition span : model.spans()) {
      names.add(span.className());
      names.add(span.aspect());
    }
    return names;
  }

  /** Classes woven by someone else will do if they turn out to carry all of our advice. */
  private WeaveOutcome acceptWovenElsewhere(
      SpanModel model, Map<String, ParsedClass> present, Set<String> wovenElsewhere)
      throws WeaveException {
    if (!Weavability.check(model, present).isEmpty()
        || !AdviceProof.findGaps(model, present, List.of()).isEmpty()) {
      throw new WeaveException(
          "Cannot weave %s: already woven, by another AspectJ plugin or by a build whose %s was deleted. Rebuild with 'mvn clean process-classes', and let no other AspectJ plugin weave this module before Spanloom does."
              .formatted(String.join(", ", wovenElsewhere), request.stateDirectory()));
    }
    return outcome(model, false, List.of());
  }

  private Map<String, FileContent> weaveAll(SpanModel model, Map<String, FileContent> unwoven)
      throws IOException, WeaveException {
    refuse(model, Weavability.check(model, parse(unwoven)));
    try (ClassPath classPath = ClassPath.open(classPathWithOwnClasses())) {
      requireRuntime(classPath);
      Woven woven = runAspectJ(unwoven, classPath);
      refuse(woven.errors());
      refuse(model, AdviceProof.findGaps(model, parse(woven.classes()), woven.warnings()));
      return woven.classes();
    }
  }

  private Woven runAspectJ(Map<String, FileContent> unwoven, ClassPath classPath)
      throws IOException, WeaveException {
    try {
      return AspectWeaver.weave(unwoven, classPath);
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
        throw new WeaveException(
            "Cannot read class %s: %s. Compile for an older Java release, or update spanloom-maven-plugin; if the file is damaged, rebuild with 'mvn clean process-classes'."
                .formatted(file.getKey(), unreadable.getMessage()),
            unreadable);
      }
    }
    return parsed;
  }

  private static void refuse(SpanModel model, List<UntracedMethod> untraced) throws WeaveException {
    if (!untraced.isEmpty()) {
      throw UntracedMethod.failure(untraced, model.spans().size());
    }
  }

  private void refuse(List<String> weaverErrors) throws WeaveException {
    if (!weaverErrors.isEmpty()) {
      throw new WeaveException(
          "Cannot weave %s: AspectJ reports an error.\n  %s\nAdd the dependency of a type that is missing; no class has been changed."
              .formatted(request.classesDirectory(), String.join("\n  ", weaverErrors)));
    }
  }

  private static WeaveOutcome outcome(SpanModel model, boolean changed, List<String> warnings) {
    long classes = model.spans().stream().map(SpanDefinition::className).distinct().count();
    return new WeaveOutcome(model.spans().size(), Math.toIntExact(classes), changed, warnings);
  }

  private List<String> leftWovenWarnings(Set<String> classNames) {
    if (classNames.isEmpty()) {
      return List.of();
    }
    return List.of(
        "The span model no longer names %s, which stay woven: the last compilation saw only some of the sources. Run 'mvn clean process-classes' for a complete model."
            .formatted(String.join(", ", classNames)));
  }

  /** What woven classes need at run time. */
  private enum RuntimePart {
    SPANLOOM("io.spanloom.advice.Frame", "spanloom-runtime"),
    ASPECTJ("org.aspectj.lang.NoAspectBoundException", "aspectjrt");

    private final String className;
    private final String artifact;

    RuntimePart(String className, String artifact) {
      this.className = className;
      this.artifact = artifact;
    }
  }
}
