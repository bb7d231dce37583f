package io.spanloom.processor.write;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Writes {@code META-INF/aop-ajc.xml}, which the stock AspectJ agent reads.
 *
 * <p>The packages of traced classes are included as a whole, with those below them: the aspects are
 * there, which lack their {@code aspectOf()} if they are not woven, and so are the classes that
 * hand work to other threads. As soon as one jar on the class path has an include, what no jar
 * includes is not woven. An exclude holds for all jars too, so only {@link GeneratedProxies} are
 * excluded.
 */
public final class WeavingFileWriter {

  private WeavingFileWriter() {}

  /** The load-time weaving file for the entries of a model. */
  public static String write(List<ModelEntry> entries) {
    SortedSet<String> aspects = new TreeSet<>();
    SortedSet<String> packages = new TreeSet<>();
    SortedSet<String> types = new TreeSet<>();
    for (ModelEntry entry : entries) {
      aspects.add(entry.aspect());
      if (entry.implementations()) {
        types.add(withSubtypes(entry));
      }
      String name = entry.className();
      if (name.indexOf('.') > 0) {
        packages.add(name.substring(0, name.lastIndexOf('.')));
      } else {
        types.add(name);
        types.add(entry.aspect());
      }
    }
    StringBuilder xml = new StringBuilder("<aspectj>\n  <aspects>\n");
    aspects.forEach(name -> xml.append("    <aspect name=\"").append(name).append("\"/>\n"));
    xml.append("  </aspects>\n  <weaver>\n");
    outermost(packages).forEach(name -> include(xml, name + "..*"));
    types.forEach(name -> include(xml, name));
    GeneratedProxies.patterns().forEach(pattern -> exclude(xml, pattern));
    return xml.append("  </weaver>\n</aspectj>\n").toString();
  }

  private static void include(StringBuilder xml, String pattern) {
    xml.append("    <include within=\"").append(pattern).append("\"/>\n");
  }

  private static void exclude(StringBuilder xml, String pattern) {
    xml.append("    <exclude within=\"").append(pattern).append("\"/>\n");
  }

  /** Without the packages that are below others of them. */
  private static Collection<String> outermost(SortedSet<String> packages) {
    SortedSet<String> outermost = new TreeSet<>(packages);
    outermost.removeIf(name -> packages.stream().anyMatch(other -> name.startsWith(other + ".")));
    return outermost;
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
