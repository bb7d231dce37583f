package io.spanloom.weaver;

/** Where a build shows what the person who builds should read. */
public interface BuildLog {

  void info(String message);

  void warn(String message);

  /** Prints to standard output what the person asked for, however quiet the build is. */
  void print(String text);
}
