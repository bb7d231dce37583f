package io.spanloom.weaver.weave;

import static java.util.Objects.requireNonNull;

import io.spanloom.weaver.weave.BuildRecord.Entry;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is kept between builds: the unwoven copy of every woven class, and the build record.
 *
 * <p>A class can be woven only once, so a changed aspect is woven into the unwoven copies. A class
 * whose content is not what the record says we wrote has been recompiled, and is itself unwoven.
 */
final class BuildState {

  private final Path recordFile;
  private final ClassDirectory copies;
  private final BuildRecord buildRecord;

  /** Classes whose copy has been read and is what the record says. */
  private final Set<String> intact = ConcurrentHashMap.newKeySet();

  private BuildState(Path recordFile, ClassDirectory copies, BuildRecord buildRecord) {
    this.recordFile = recordFile;
    this.copies = copies;
    this.buildRecord = buildRecord;
  }

  /** That of a build that keeps nothing. */
  static BuildState none() {
    return new BuildState(Path.of(""), new ClassDirectory(Path.of("")), BuildRecord.empty());
  }

  static BuildState load(Path directory) throws IOException {
    Path recordFile = directory.resolve("build-record.txt");
    ClassDirectory copies = new ClassDirectory(directory.resolve("unwoven"));
    return new BuildState(recordFile, copies, BuildRecord.read(recordFile));
  }

  /** Whether the classes are exactly what a weave of the same inputs wrote. */
  boolean isCurrent(String fingerprint, ClassDirectory classes) throws IOException {
    if (!buildRecord.complete() || !buildRecord.fingerprint().equals(fingerprint)) {
      return false;
    }
    Set<String> woven = buildRecord.files().keySet();
    return (buildRecord.stamp().equals(classes.stampOf(woven).text()) || holdWhatWeWrote(classes))
        && (buildRecord.others().isEmpty()
            || buildRecord.others().equals(classes.stampOfOthers(woven).text()));
  }

  /** Files may have been copied, which gives them another time. */
  private boolean holdWhatWeWrote(ClassDirectory classes) throws IOException {
    for (String name : buildRecord.files().keySet()) {
      FileContent present = classes.read(name);
      if (present == null || !buildRecord.wrote(name, present)) {
        return false;
      }
    }
    return true;
  }

  /** What the last weave came to. */
  WeaveOutcome unchanged() {
    return new WeaveOutcome(
        buildRecord.methods(),
        buildRecord.declaringClasses(),
        buildRecord.callSites(),
        false,
        List.of(),
        buildRecord.dependencies());
  }

  /** Whether no earlier build has left anything. */
  boolean isEmpty() {
    return buildRecord.files().isEmpty();
  }

  /** Finds the unwoven form of classes as they stand in the module. */
  Inputs inputs(Map<String, FileContent> present) throws IOException {
    Inputs inputs = new Inputs(new TreeMap<>(), new TreeSet<>());
    for (Map.Entry<String, FileContent> file : present.entrySet()) {
      FileContent unwoven = unwoven(file.getKey(), file.getValue());
      if (unwoven == null) {
        inputs.wovenElsewhere().add(file.getKey());
      } else {
        inputs.unwoven().put(file.getKey(), unwoven);
      }
    }
    return inputs;
  }

  /** The unwoven form of a class; null if it has been woven and that is not known. */
  @Nullable FileContent unwoven(String className, FileContent present) throws IOException {
    if (buildRecord.wrote(className, present)) {
      return intactCopy(className);
    }
    return WovenMark.isOn(present) ? null : present;
  }

  private @Nullable FileContent intactCopy(String className) throws IOException {
    FileContent copy = copies.read(className);
    Entry entry = buildRecord.files().get(className);
    if (copy == null || entry == null || !copy.digest().equals(entry.unwoven())) {
      return null;
    }
    intact.add(className);
    return copy;
  }

  /**
   * Classes that an earlier build wove and that stand as we wrote them although there is nothing to
   * weave into them any more: an interface's implementations, when its annotation is gone. The rest
   * of what is no longer named was recompiled or deleted.
   */
  Inputs forgotten(Set<String> named, ClassDirectory classes) throws IOException {
    Map<String, FileContent> left = new TreeMap<>();
    for (String recorded : buildRecord.files().keySet()) {
      FileContent present = named.contains(recorded) ? null : classes.read(recorded);
      if (present != null && buildRecord.wrote(recorded, present)) {
        left.put(recorded, present);
      }
    }
    return inputs(left);
  }

  /** Those that an earlier build traced, that stand as we wrote them, and are not named now. */
  Set<String> noLongerTraced(Set<String> named, ClassDirectory classes) throws IOException {
    Set<String> names = new TreeSet<>();
    for (Map.Entry<String, Entry> recorded : buildRecord.files().entrySet()) {
      String name = recorded.getKey();
      FileContent present =
          recorded.getValue().traced() && !named.contains(name) ? classes.read(name) : null;
      if (present != null && buildRecord.wrote(name, present)) {
        names.add(name);
      }
    }
    return names;
  }

  /**
   * Puts woven classes in place, and unwoven ones in that of the forgotten. Dying half-way does no
   * harm: copies come first, then a record that has the old and the new content of every class,
   * then the classes. Until a class is replaced, a compiler may write into the file that is its
   * copy too; the record's digests say which.
   */
  void replace(
      Weave weave, WeaveOutcome outcome, Map<String, FileContent> forgotten, ClassDirectory classes)
      throws IOException {
    Map<String, FileContent> compiled = new TreeMap<>(weave.unwoven());
    compiled.keySet().removeAll(intact);
    copies.keepAll(compiled, classes);
    Map<String, Entry> after = new TreeMap<>();
    Map<String, Entry> meanwhile = new TreeMap<>(buildRecord.files());
    for (String name : weave.unwoven().keySet()) {
      Entry entry = weave.entry(name);
      after.put(name, entry);
      meanwhile.put(name, orAsBefore(entry, buildRecord.files().get(name)));
    }
    write(weave, outcome, false, "", "", meanwhile);
    classes.writeAll(weave.woven(), compiled);
    classes.writeAll(forgotten, Map.of());
    String stamp = classes.stampOf(after.keySet()).text();
    String others = weave.open() ? stampOfOthers(weave, forgotten, classes) : "";
    write(weave, outcome, true, stamp, others, after);
    deleteCopiesExcept(after.keySet());
  }

  /**
   * Of the other classes as they were when the weave began, so that the next one notices what has
   * been compiled meanwhile.
   */
  private static String stampOfOthers(
      Weave weave, Map<String, FileContent> forgotten, ClassDirectory classes) throws IOException {
    Set<String> woven = weave.unwoven().keySet();
    if (!forgotten.isEmpty()) {
      return classes.stampOfOthers(woven).text();
    }
    Map<String, BasicFileAttributes> others = new HashMap<>(weave.found());
    others.keySet().removeAll(woven);
    return Stamp.of(others).text();
  }

  private void write(
      Weave weave,
      WeaveOutcome outcome,
      boolean complete,
      String stamp,
      String others,
      Map<String, Entry> files)
      throws IOException {
    new BuildRecord(
            weave.fingerprint(),
            complete,
            outcome.methods(),
            outcome.classes(),
            outcome.callSites(),
            stamp,
            others,
            outcome.dependencies(),
            files)
        .write(recordFile);
  }

  private static Entry orAsBefore(Entry entry, @Nullable Entry before) {
    if (before == null) {
      return entry;
    }
    Stream<String> either = Stream.concat(before.woven().stream(), entry.woven().stream());
    return new Entry(entry.unwoven(), entry.traced(), either.distinct().toList());
  }

  private void deleteCopiesExcept(Set<String> recorded) throws IOException {
    for (String name : buildRecord.files().keySet()) {
      if (!recorded.contains(name)) {
        copies.delete(name);
      }
    }
  }

  /**
   * The classes to weave.
   *
   * @param unwoven by binary name
   * @param wovenElsewhere classes that are woven already and whose unwoven form is not known
   */
  record Inputs(Map<String, FileContent> unwoven, Set<String> wovenElsewhere) {}

  /**
   * A weave whose result is fit to be used.
   *
   * @param fingerprint what it depended on
   * @param found all classes, as they were before
   * @param open whether classes that were not woven can become classes to weave
   * @param traced those of the classes that a span model names
   * @param unwoven what went in, by binary name
   * @param woven what came out, by binary name
   */
  record Weave(
      String fingerprint,
      Map<String, BasicFileAttributes> found,
      boolean open,
      Set<String> traced,
      Map<String, FileContent> unwoven,
      Map<String, FileContent> woven) {

    private Entry entry(String className) {
      FileContent before = requireNonNull(unwoven.get(className));
      FileContent after = requireNonNull(woven.get(className));
      return new Entry(before.digest(), traced.contains(className), List.of(after.digest()));
    }
  }
}
