package io.spanloom.processor.write;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
    Map<String, Boolean> woven = new TreeMap<>();
    for (ModelEntry entry : entries) {
      aspects.add(entry.aspect());
      woven.merge(pattern(entry.className()), entry.implementations(), Boolean::logicalOr);
    }
    StringBuilder xml = new StringBuilder("<aspectj>\n  <aspects>\n");
    aspects.forEach(name -> xml.append("    <aspect name=\"").append(name).append("\"/>\n"));
    xml.append("  </aspects>\n  <weaver>\n");
    Stream.concat(
            // With what implements a class, where its methods are traced there.
            woven.entrySet().stream().map(type -> type.getKey() + (type.getValue() ? "+" : "")),
            aspects.stream())
        .forEach(name -> xml.append("    <include within=\"").append(name).append("\"/>\n"));
    return xml.append("  </weaver>\n</aspectj>\n").toString();
  }

  /** AspectJ compares names with a dot for every dollar sign. */
  private static String pattern(String binaryName) {
    return binaryName.replace('$', '.');
  }
}
