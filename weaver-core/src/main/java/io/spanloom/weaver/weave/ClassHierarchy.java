package io.spanloom.weaver.weave;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;

/**
 * Knows which classes extend or implement which, as far as the class path goes. Safe to be asked by
 * several threads.
 */
final class ClassHierarchy {

  private final ClassPath classPath;
  private final boolean withJdk;
  private final Map<String, List<String>> parents = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> ancestors = new ConcurrentHashMap<>();

  private ClassHierarchy(ClassPath classPath, boolean withJdk) {
    this.classPath = classPath;
    this.withJdk = withJdk;
  }

  /** Looks no further than to the JDK's classes. */
  static ClassHierarchy withoutJdk(ClassPath classPath) {
    return new ClassHierarchy(classPath, false);
  }

  /** Knows the JDK's classes too. */
  static ClassHierarchy withJdk(ClassPath classPath) {
    return new ClassHierarchy(classPath, true);
  }

  /** A class and all its supertypes, by binary name; missing ones end the walk. */
  Set<String> ancestors(String className) throws IOException {
    Set<String> cached = ancestors.get(className);
    if (cached != null) {
      return cached;
    }
    Set<String> found = new LinkedHashSet<>(Set.of(className));
    for (String parent : parents(className)) {
      found.addAll(ancestors(parent));
    }
    ancestors.put(className, found);
    return found;
  }

  /** A class, then its supertypes down to the given one of them. */
  List<ParsedClass> lineage(String className, String root) throws IOException {
    List<ParsedClass> lineage = new ArrayList<>();
    for (String name : ancestors(className)) {
      FileContent content = ancestors(name).contains(root) ? classPath.read(name) : null;
      if (content != null) {
        lineage.add(ParsedClass.of(content));
      }
    }
    return lineage;
  }

  /** The superclasses of a class, the nearest first, as far as they are known. */
  List<ParsedClass> superclasses(ParsedClass type) throws IOException {
    List<ParsedClass> superclasses = new ArrayList<>();
    ParsedClass last = type;
    while (last.node().superName != null) {
      String name = last.node().superName.replace('/', '.');
      FileContent content = isKnown(name) ? classPath.read(name) : null;
      if (content == null) {
        break;
      }
      last = ParsedClass.of(content);
      superclasses.add(last);
    }
    return superclasses;
  }

  private List<String> parents(String className) throws IOException {
    List<String> cached = parents.get(className);
    if (cached != null) {
      return cached;
    }
    FileContent content = isKnown(className) ? classPath.read(className) : null;
    List<String> read = content == null ? List.of() : parents(content);
    parents.put(className, read);
    return read;
  }

  private boolean isKnown(String className) {
    return withJdk || !className.startsWith("java.");
  }

  private static List<String> parents(FileContent content) {
    ClassReader reader = new ClassReader(content.bytes());
    Stream<String> superclass = Stream.ofNullable(reader.getSuperName());
    return Stream.concat(superclass, Stream.of(reader.getInterfaces()))
        .map(name -> name.replace('/', '.'))
        .toList();
  }
}
