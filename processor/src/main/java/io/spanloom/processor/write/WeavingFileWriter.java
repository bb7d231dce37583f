package io.spanloom.processor.write;

import io.spanloom.processor.model.TracedClass;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes {@code META-INF/aop-ajc.xml}, which the stock AspectJ agent reads.
 *
 * <p>The aspects are included too: as soon as one jar on the class path has an include, what is not
 * included is not prepared, and an aspect then lacks its {@code aspectOf()}.
 */
public final class WeavingFileWriter {

  private WeavingFileWriter() {}

  /** The load-time weaving file of some classes. */
  public static String write(List<TracedClass> classes) {
    List<String> aspects =
        classes.stream().map(type -> type.name().aspect().binaryName()).sorted().toList();
    List<String> woven =
        classes.stream().map(type -> type.name().canonicalName()).sorted().toList();
    StringBuilder xml = new StringBuilder("<aspectj>\n  <aspects>\n");
    aspects.forEach(name -> xml.append("    <aspect name=\"").append(name).append("\"/>\n"));
    xml.append("  </aspects>\n  <weaver>\n");
    Stream.concat(woven.stream(), aspects.stream())
        .forEach(name -> xml.append("    <include within=\"").append(name).append("\"/>\n"));
    return xml.append("  </weaver>\n</aspectj>\n").toString();
  }
}
