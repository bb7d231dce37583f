package io.spanloom.processor;

/** Whether files of expected results are compared with, or written anew. */
final class GoldenFiles {

  private static final String UPDATE = "golden.update";

  private GoldenFiles() {}

  /** True on {@code -Dgolden.update=true}, which a build server must not set. */
  static boolean areUpdated() {
    boolean update = Boolean.getBoolean(UPDATE);
    if (update && System.getenv("CI") != null) {
      throw new IllegalStateException("-D" + UPDATE + " is for people, not for the build server");
    }
    return update;
  }
}
