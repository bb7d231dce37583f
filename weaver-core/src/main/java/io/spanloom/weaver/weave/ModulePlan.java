package io.spanloom.weaver.weave;

import io.spanloom.weaver.callsite.Constants;
import io.spanloom.weaver.model.SpanModel;
import io.spanloom.weaver.model.SpanModelException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is to be woven in a module as its classes are now.
 *
 * @param plan the methods, and what traces them
 * @param calls what to rewrite for context propagation
 * @param propagates whether context is propagated at all
 * @param warnings what the person who builds should know
 */
record ModulePlan(WeavePlan plan, ContextCalls calls, boolean propagates, List<String> warnings) {

  ModulePlan {
    warnings = List.copyOf(warnings);
  }

  /**
   * Reads every class once.
   *
   * @param own the module's span model; null if it has none
   * @param found the names of the module's classes
   * @param classPath the module's own classes, then its dependencies
   * @param state what the last weave left
   * @throws WeaveException if a method cannot be traced, or the processor has not seen it
   */
  static ModulePlan of(
      WeaveRequest request,
      @Nullable SpanModel own,
      ClassDirectory classes,
      Set<String> found,
      ClassPath classPath,
      BuildState state)
      throws IOException, WeaveException, SpanModelException {
    WeavePlan plan = plan(request, own, classes, found, classPath);
    boolean propagates = request.propagateContext() && ContextCalls.arePossible(classPath);
    RuntimeImplementations seen =
        RuntimeImplementations.of(
            plan.contracts(), classes, found, ClassHierarchy.withoutJdk(classPath));
    UnprocessedMethods unprocessed = UnprocessedMethods.besides(own);
    ContextCalls.Onlooker onlooker =
        (name, content, constants) -> {
          unprocessed.look(name, content, constants);
          seen.look(name, content, constants);
        };
    ContextCalls calls = ContextCalls.none();
    if (propagates) {
      calls = ContextCalls.rewrite(classes, found, state, classPath, onlooker);
    } else {
      for (String name : found) {
        look(classes, name, onlooker);
      }
    }
    unprocessed.refuse();
    List<String> warnings = new ArrayList<>(plan.warnings().with(seen));
    warnings.addAll(unprocessed.warnings());
    return new ModulePlan(plan, calls, propagates, warnings);
  }

  private static void look(ClassDirectory classes, String name, ContextCalls.Onlooker onlooker)
      throws IOException, WeaveException {
    FileContent content = classes.read(name);
    try {
      if (content != null) {
        onlooker.look(name, content, Constants.of(content.bytes()));
      }
    } catch (IllegalArgumentException | IndexOutOfBoundsException unreadable) {
      throw WeaveException.unreadable(name, unreadable);
    }
  }

  private static WeavePlan plan(
      WeaveRequest request,
      @Nullable SpanModel own,
      ClassDirectory classes,
      Set<String> found,
      ClassPath classPath)
      throws IOException, WeaveException, SpanModelException {
    DependencyContracts dependencies = DependencyContracts.read(request.dependencies(), classPath);
    try {
      return WeavePlan.of(own, dependencies, classes, found, classPath);
    } catch (RuntimeException unreadable) {
      throw new WeaveException(
          "Cannot read the classes in %s: %s. Compile for an older Java release, or update Spanloom's build plugin."
              .formatted(request.classesDirectory(), unreadable),
          unreadable);
    }
  }
}
