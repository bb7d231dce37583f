package io.spanloom.weaver.weave;

import io.spanloom.weaver.callsite.CallSiteWeaver;
import io.spanloom.weaver.callsite.RewrittenClass;
import io.spanloom.weaver.model.SpanModel;
import io.spanloom.weaver.model.SpanModelException;
import io.spanloom.weaver.model.SpanModelReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Weaves the classes of a module one at a time, from bytes to bytes, and writes no file: for build
 * tools that transform classes as they load or package them.
 *
 * <p>Methods may be called by several threads.
 */
public final class ClassWeaver implements Closeable {

  private final WeaveRequest request;
  private final ClassPath classPath;
  private final ClassDirectory classes;
  private final WeavePlan plan;
  private final ContextCalls calls;
  private final List<String> warnings;
  private final @Nullable CallSiteWeaver callSites;

  private ClassWeaver(
      WeaveRequest request, ClassPath classPath, ClassDirectory classes, ModulePlan planned) {
    this.request = request;
    this.classPath = classPath;
    this.classes = classes;
    this.plan = planned.plan();
    this.calls = planned.calls();
    this.warnings = planned.warnings();
    this.callSites = planned.propagates() ? ContextCalls.weaver(classPath) : null;
  }

  /**
   * Reads what is to be woven in a module.
   *
   * @param classesDirectory the module's compiled classes and its span model
   * @param dependencies the class path, without the module's own classes
   * @param propagateContext whether tasks are to run in the context of who hands them on
   * @throws WeaveException if a method cannot be traced
   * @throws SpanModelException if a model cannot be read
   */
  public static ClassWeaver open(
      Path classesDirectory, List<Dependency> dependencies, boolean propagateContext)
      throws WeaveException, SpanModelException {
    WeaveRequest request =
        new WeaveRequest(classesDirectory, dependencies, classesDirectory, propagateContext, "");
    try {
      ClassPath classPath = ClassPath.open(request.ownClassesAndDependencies());
      try {
        return open(request, classPath);
      } catch (IOException | RuntimeException | WeaveException | SpanModelException failure) {
        classPath.close();
        throw failure;
      }
    } catch (IOException failure) {
      throw WeaveException.unreadable(classesDirectory, failure);
    }
  }

  private static ClassWeaver open(WeaveRequest request, ClassPath classPath)
      throws IOException, WeaveException, SpanModelException {
    ClassDirectory classes = new ClassDirectory(request.classesDirectory());
    Path file = request.classesDirectory().resolve(SpanModelReader.LOCATION);
    SpanModel own =
        Files.isRegularFile(file) ? SpanModelReader.parse(file, SpanModelReader.bytes(file)) : null;
    Set<String> found =
        Files.isDirectory(request.classesDirectory()) ? classes.list().keySet() : Set.of();
    ModulePlan planned = ModulePlan.of(request, own, classes, found, classPath, BuildState.none());
    return new ClassWeaver(request, classPath, classes, planned);
  }

  /**
   * The binary names of the classes to weave: those that declare traced methods, the module's
   * aspects, and those that hand tasks to other threads.
   */
  public Set<String> classNames() {
    Set<String> names = new TreeSet<>(plan.classNames());
    names.addAll(calls.rewritten().keySet());
    return names;
  }

  /** How many methods are traced. */
  public int methods() {
    return plan.methods().size();
  }

  /** What the person who builds should know. */
  public List<String> warnings() {
    return warnings;
  }

  /**
   * Weaves a class and proves that each of its annotated methods is traced.
   *
   * @param className one of {@link #classNames}
   * @param classFile the class as it was compiled, or as something else has transformed it; not
   *     changed
   * @return the woven class; the same array if the class is woven already
   * @throws WeaveException if one of its methods would not be traced
   */
  public byte[] weave(String className, byte[] classFile) throws WeaveException {
    FileContent content = FileContent.of(classFile);
    WeavePlan one = plan.only(className);
    try {
      if (WovenMark.isOn(content)) {
        requireAdvice(one, className, content);
        return classFile;
      }
      Map<String, FileContent> unwoven = classes.readAll(one.aspects());
      unwoven.put(className, content);
      ContextCalls call = rewritten(className, content);
      FileContent woven =
          new PlanWeaver(request.classesDirectory(), one, classPath)
              .weave(unwoven, call)
              .get(className);
      return woven == null ? classFile : woven.bytes();
    } catch (IOException failure) {
      throw WeaveException.unreadable(request.classesDirectory(), failure);
    }
  }

  private ContextCalls rewritten(String className, FileContent content) {
    RewrittenClass rewritten = callSites == null ? null : callSites.rewrite(content.bytes());
    return rewritten == null
        ? ContextCalls.none()
        : new ContextCalls(Map.of(className, content), Map.of(className, rewritten));
  }

  /** A class that somebody else has woven will do if it has all of our advice. */
  private void requireAdvice(WeavePlan one, String className, FileContent woven)
      throws IOException, WeaveException {
    Map<String, FileContent> present = new TreeMap<>(classPath.readAll(one.libraryAspects()));
    present.putAll(classes.readAll(one.aspects()));
    present.put(className, woven);
    List<UntracedMethod> gaps =
        AdviceProof.findGaps(one.methods(), ParsedClass.ofAll(present), List.of());
    if (!gaps.isEmpty()) {
      throw UntracedMethod.failure(gaps, one.methods().size());
    }
  }

  @Override
  public void close() throws IOException {
    classPath.close();
  }
}
