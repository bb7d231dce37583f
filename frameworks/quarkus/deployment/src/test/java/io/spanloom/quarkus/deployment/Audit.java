package io.spanloom.quarkus.deployment;

import io.spanloom.annotations.Task;

/** A class that is no bean. */
final class Audit {

  private Audit() {}

  @Task("look")
  static void look() {}
}
