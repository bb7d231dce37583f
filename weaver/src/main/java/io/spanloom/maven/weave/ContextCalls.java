package io.spanloom.maven.weave;

import io.spanloom.maven.callsite.CallSiteWeaver;
import io.spanloom.maven.callsite.ClassFiles;
import io.spanloom.maven.callsite.RewrittenClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The classes of a module that hand tasks to other threads, or are such tasks, rewritten to take
 * the context along.
 *
 * @param unwoven by binary name, as they were compiled
 * @param rewritten the same classes as they are to be
 */
record ContextCalls(Map<String, FileContent> unwoven, Map<String, RewrittenClass> rewritten) {

  /** What rewritten classes call. */
  private static final String RUNTIME = "io.spanloom.propagation.CarriedTasks";

  static ContextCalls none() {
    return new ContextCalls(Map.of(), Map.of());
  }

  /** Whether the runtime is there that rewritten classes need. */
  static boolean arePossible(ClassPath classPath) throws IOException {
    return classPath.contains(RUNTIME);
  }

  /** Looks at every class and rewrites those that need it. */
  static ContextCalls rewrite(ClassDirectory classes, BuildState state, ClassPath classPath)
      throws IOException, WeaveException {
    ContextCalls calls = new ContextCalls(new TreeMap<>(), new TreeMap<>());
    CallSiteWeaver weaver = new CallSiteWeaver(new SeenClasses(classPath));
    for (String name : classes.names()) {
      FileContent present = classes.read(name);
      try {
        if (present != null && CallSiteWeaver.mayConcern(present.bytes())) {
          FileContent unwoven = state.unwoven(name, present);
          calls.add(name, unwoven == null ? present : unwoven, weaver);
        }
      } catch (IllegalArgumentException | IndexOutOfBoundsException unreadable) {
        throw WeaveException.unreadable(name, unreadable);
      }
    }
    return calls;
  }

  private void add(String name, FileContent unwoven, CallSiteWeaver weaver) {
    RewrittenClass result = weaver.rewrite(unwoven.bytes());
    // AspectJ weaves no class twice.
    boolean needed = result != null && (result.callSites() > 0 || !WovenMark.isOn(unwoven));
    if (result != null && needed) {
      unwoven().put(name, unwoven);
      rewritten().put(name, result);
    }
  }

  boolean isEmpty() {
    return rewritten.isEmpty();
  }

  /** How many calls were rewritten. */
  int callSites() {
    return rewritten.values().stream().mapToInt(RewrittenClass::callSites).sum();
  }

  /** The rewritten classes, by binary name. */
  Map<String, FileContent> contents() {
    Map<String, FileContent> contents = new TreeMap<>();
    rewritten.forEach((name, result) -> contents.put(name, FileContent.of(result.classFile())));
    return contents;
  }

  /** Those that must enter their context by themselves, and have not been woven for it. */
  Set<String> taskBodies() {
    Set<String> names = new TreeSet<>();
    rewritten.forEach(
        (name, result) -> {
          if (result.hasTaskBody() && !WovenMark.isOn(FileContent.of(result.classFile()))) {
            names.add(name);
          }
        });
    return names;
  }

  private static final class SeenClasses implements ClassFiles {

    private final ClassPath classPath;
    private final ClassHierarchy hierarchy;

    SeenClasses(ClassPath classPath) {
      this.classPath = classPath;
      this.hierarchy = ClassHierarchy.withJdk(classPath);
    }

    @Override
    public byte[] read(String internalName) {
      try {
        FileContent content = classPath.read(binary(internalName));
        if (content == null) {
          throw new IllegalStateException(binary(internalName) + " is not on the class path");
        }
        return content.bytes();
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }

    @Override
    public boolean isSubtype(String internalName, String superInternalName) {
      try {
        return hierarchy.ancestors(binary(internalName)).contains(binary(superInternalName));
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }

    private static String binary(String internalName) {
      return internalName.replace('/', '.');
    }
  }
}
