package io.spanloom.weaver.callsite;

/** Finds class files by internal name. */
public interface ClassFiles {

  /** The content of a class that is known to be there. */
  byte[] read(String internalName);

  /** Whether a class is the other one or below it. */
  boolean isSubtype(String internalName, String superInternalName);
}
