package io.spanloom.processor.write;

import java.util.HashSet;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** Gives out names that are free in one scope. */
final class LocalNames {

  private final Set<String> taken;

  LocalNames(Set<String> taken) {
    this.taken = new HashSet<>(taken);
  }

  /** The wanted name, with a number where it is taken. */
  String claim(String wanted) {
    String name = wanted;
    for (int number = 2; SourceVersion.isKeyword(name) || !taken.add(name); number++) {
      name = wanted + number;
    }
    return name;
  }
}
