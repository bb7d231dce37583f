package io.spanloom.weaver.weave;

import io.spanloom.weaver.callsite.CallSiteWeaver;
import io.spanloom.weaver.callsite.ClassFiles;
import io.spanloom.weaver.callsite.Constants;
import io.spanloom.weaver.callsite.RewrittenClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The classes of a module that hand tasks to other threads, or are such tasks, rewritten to take
 * the context along.
 *
 * @param unwoven by binary name, as they were compiled
 * @param rewritten the same classes as they are to be
 */
record ContextCalls(Map<String, FileContent> unwoven, Map<String, RewrittenClass> rewritten) {

  /** What rewritten classes call. */
  private static final String RUNTIME = "io.spanloom.internal.propagation.TaskWrapping";

  static ContextCalls none() {
    return new ContextCalls(Map.of(), Map.of());
  }

  /** Whether the runtime is there that rewritten classes need. */
  static boolean arePossible(ClassPath classPath) throws IOException {
    return classPath.contains(RUNTIME);
  }

  /**
   * Looks at every class and rewrites those that need it.
   *
   * @param found the classes' names
   * @param onlooker sees every class as well, on several threads, so that each is read once
   */
  static ContextCalls rewrite(
      ClassDirectory classes,
      Set<String> found,
      BuildState state,
      ClassPath classPath,
      Onlooker onlooker)
      throws IOException, WeaveException {
    CallSiteWeaver weaver = weaver(classPath);
    List<Look> looks;
    try {
      looks =
          List.copyOf(found).parallelStream()
              .map(name -> Look.at(name, classes, state, weaver, onlooker))
              .filter(Objects::nonNull)
              .toList();
    } catch (UncheckedIOException failure) {
      throw failure.getCause();
    }
    ContextCalls calls = new ContextCalls(new TreeMap<>(), new TreeMap<>());
    for (Look look : looks) {
      calls.add(look);
    }
    return calls;
  }

  /** What rewrites a module's call sites. */
  static CallSiteWeaver weaver(ClassPath classPath) {
    return new CallSiteWeaver(new SeenClasses(classPath));
  }

  private void add(Look look) throws WeaveException {
    RuntimeException unreadable = look.unreadable();
    if (unreadable != null) {
      throw WeaveException.unreadable(look.name(), unreadable);
    }
    RewrittenClass result = look.result();
    FileContent before = look.unwoven();
    // AspectJ weaves no class twice.
    if (result != null && (result.callSites() > 0 || !WovenMark.isOn(before))) {
      unwoven.put(look.name(), before);
      rewritten.put(look.name(), result);
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

  /** Somebody else who wants to see every class. */
  @FunctionalInterface
  interface Onlooker {

    void look(String className, FileContent content, Constants constants);
  }

  /**
   * What a closer look at a class came to.
   *
   * @param unwoven the class as it was compiled
   * @param result the class as it is to be; null if there is nothing to do
   * @param unreadable why the class could not be read; null if it could
   */
  private record Look(
      String name,
      FileContent unwoven,
      @Nullable RewrittenClass result,
      @Nullable RuntimeException unreadable) {

    /** Null if a glance is enough. */
    static @Nullable Look at(
        String name,
        ClassDirectory classes,
        BuildState state,
        CallSiteWeaver weaver,
        Onlooker onlooker) {
      try {
        FileContent present = classes.read(name);
        return present == null ? null : at(name, present, state, weaver, onlooker);
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }

    private static @Nullable Look at(
        String name,
        FileContent present,
        BuildState state,
        CallSiteWeaver weaver,
        Onlooker onlooker)
        throws IOException {
      try {
        Constants constants = Constants.of(present.bytes());
        onlooker.look(name, present, constants);
        if (!CallSiteWeaver.mayConcern(constants)) {
          return null;
        }
        FileContent copy = state.unwoven(name, present);
        FileContent unwoven = copy == null ? present : copy;
        return new Look(name, unwoven, weaver.rewrite(unwoven.bytes()), null);
      } catch (IllegalArgumentException | IndexOutOfBoundsException unreadable) {
        return new Look(name, present, null, unreadable);
      }
    }
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
