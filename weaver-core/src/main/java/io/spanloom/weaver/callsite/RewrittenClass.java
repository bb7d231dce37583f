package io.spanloom.weaver.callsite;

/** A class whose tasks run in their callers' context. */
public final class RewrittenClass {

  private final byte[] classFile;
  private final int callSites;
  private final boolean hasTaskBody;

  RewrittenClass(byte[] classFile, int callSites, boolean hasTaskBody) {
    this.classFile = classFile;
    this.callSites = callSites;
    this.hasTaskBody = hasTaskBody;
  }

  /** The content itself, not a copy. */
  public byte[] classFile() {
    return classFile;
  }

  /** How many of its calls were rewritten. */
  public int callSites() {
    return callSites;
  }

  /** Whether it is a task itself, and needs {@link CallSiteWeaver#TASK_BODIES}. */
  public boolean hasTaskBody() {
    return hasTaskBody;
  }
}
