package io.spanloom.processor.write;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Writes {@code META-INF/aop-ajc.xml}, which the stock AspectJ agent reads.
 *
 * <p>The aspects are included too: as soon as one jar on the class path has an include, what is not
 * included is not prepared, and an aspect then lacks its {@code aspectOf()}.
 */
public final class WeavingFileWriter {

  private WeavingFileWriter() {}

  /** The load-time weaving file for the entries of a model. */
  public static String write(List<ModelEntry> entries) {
    TreeSet<String> aspects = new TreeSet<>();
    TreeSet<String> woven = new TreeSet<>();
    for (ModelEntry entry : entries) {
      aspects.add(entry.aspect());
      woven.add(entry.implementations() ? withSubtypes(entry) : entry.className());
    }
    StringBuilder xml = new StringBuilder("<aspectj>\n  <aspects>\n");
    aspects.forEach(name -> xml.append("    <aspect name=\"").append(name).append("\"/>\n"));
    xml.append("  </aspects>\n  <weaver>\n");
    Stream.concat(woven.stream(), aspects.stream())
        .forEach(name -> xml.append("    <include within=\"").append(name).append("\"/>\n"));
    return xml.append("  </weaver>\n</aspectj>\n").toString();
  }

  /**
   * The pattern of a class with what implements it. A plain name may have dollar signs, and AspectJ
   * compares it as it is; in a pattern it takes them for what stands between names, if the class is
   * nested. Names have nothing between two of them only where a dollar sign is part of a name.
   */
  private static String withSubtypes(ModelEntry entry) {
    if (!entry.isNested()) {
      return entry.className() + "+";
    }
    return Stream.of(entry.className().split("[.$]", -1))
        .map(name -> name.isEmpty() ? "*" : name)
        .collect(joining(".", "", "+"));
  }
}
