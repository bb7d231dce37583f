package io.spanloom.weaver.weave;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the last weave read and wrote, so that the next one can tell a class that was recompiled
 * from one that is as we left it.
 *
 * <p>Kept as lines of text: every build reads it, and most need nothing else.
 *
 * @param fingerprint digest of everything else that the weave depended on
 * @param complete false while classes are being written: a build that died there weaves all again
 * @param methods how many methods were woven
 * @param declaringClasses how many classes declare them
 * @param callSites how many calls hand their tasks on with the caller's context
 * @param stamp what {@link ClassDirectory#stampOf} said of the files below
 * @param others what {@link ClassDirectory#stampOfOthers} said of the remaining classes; empty
 *     where they do not matter
 * @param dependencies what the models of dependencies had woven, a line for each
 * @param files classes and aspects by binary name
 */
record BuildRecord(
    String fingerprint,
    boolean complete,
    int methods,
    int declaringClasses,
    int callSites,
    String stamp,
    String others,
    List<String> dependencies,
    Map<String, Entry> files) {

  private static final String FORMAT = "spanloom build record 5";

  /** Starts a line about a dependency; no class is called so. */
  private static final String DEPENDENCY = "> ";

  private static final String TRACED = "traced";

  BuildRecord {
    dependencies = List.copyOf(dependencies);
    files = new TreeMap<>(files);
  }

  static BuildRecord empty() {
    return new BuildRecord("", false, 0, 0, 0, "", "", List.of(), Map.of());
  }

  /** Reads a record; one that is absent or damaged counts as empty. */
  static BuildRecord read(Path file) throws IOException {
    try {
      return parse(Files.readString(file, UTF_8).lines().iterator());
    } catch (NoSuchFileException | IllegalArgumentException | IndexOutOfBoundsException unusable) {
      return empty();
    }
  }

  private static BuildRecord parse(Iterator<String> lines) {
    if (!lines.hasNext() || !lines.next().equals(FORMAT) || !lines.hasNext()) {
      return empty();
    }
    String[] head = lines.next().split(" ", -1);
    Map<String, Entry> files = new TreeMap<>();
    List<String> dependencies = new ArrayList<>();
    while (lines.hasNext()) {
      String line = lines.next();
      if (line.startsWith(DEPENDENCY)) {
        dependencies.add(line.substring(DEPENDENCY.length()));
      } else {
        String[] file = line.split(" ", -1);
        files.put(file[0], entry(file));
      }
    }
    return of(head, dependencies, files);
  }

  private static BuildRecord of(
      String[] head, List<String> dependencies, Map<String, Entry> files) {
    return new BuildRecord(
        head[0],
        head[1].equals("complete"),
        Integer.parseInt(head[2]),
        Integer.parseInt(head[3]),
        Integer.parseInt(head[4]),
        head[5],
        head[6],
        dependencies,
        files);
  }

  private static Entry entry(String[] file) {
    return new Entry(file[1], file[2].equals(TRACED), List.of(file).subList(3, file.length));
  }

  void write(Path file) throws IOException {
    StringBuilder text = new StringBuilder(FORMAT).append('\n');
    String state = complete ? "complete" : "unfinished";
    text.append(
        String.join(
            " ",
            fingerprint,
            state,
            "" + methods,
            "" + declaringClasses,
            "" + callSites,
            stamp,
            others));
    dependencies.forEach(line -> text.append('\n').append(DEPENDENCY).append(line));
    files.forEach(
        (name, entry) ->
            text.append('\n')
                .append(
                    String.join(" ", name, entry.unwoven(), entry.traced() ? TRACED : "untraced"))
                .append(' ')
                .append(String.join(" ", entry.woven())));
    Files.createDirectories(file.toAbsolutePath().getParent());
    ClassDirectory.writeAtomically(file, text.append('\n').toString().getBytes(UTF_8));
  }

  boolean wrote(String className, FileContent content) {
    Entry entry = files.get(className);
    return entry != null && entry.woven().contains(content.digest());
  }

  /**
   * A class as we know it.
   *
   * @param unwoven digest of the bytes that were woven
   * @param traced whether a span model named it; else only its call sites were woven
   * @param woven digests of what we wrote in its place: one, or two while a weave is under way
   */
  record Entry(String unwoven, boolean traced, List<String> woven) {

    Entry {
      woven = List.copyOf(woven);
    }
  }
}
