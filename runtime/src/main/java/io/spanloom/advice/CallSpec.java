package io.spanloom.advice;

import io.spanloom.content.ObjectForms;
import io.spanloom.convention.Identity;
import io.spanloom.convention.SpanRole;
import org.jspecify.annotations.Nullable;

/** The description of one traced method, or of one call that is traced from code. */
class CallSpec {

  private final CallRole role;
  private final Identity identity;
  private final String place;
  private final @Nullable String query;
  private final boolean autoSteps;
  private final boolean sensitiveInput;
  private final boolean sensitiveResult;
  private final ObjectForms objects;

  private volatile @Nullable CallPlan plan;

  /**
   * A description.
   *
   * @param place the method, for our own log
   * @param query the input that documents are searched or ranked by, or {@code null}
   * @param autoSteps whether model calls directly below open their own reasoning spans
   * @param sensitiveInput whether an argument must not leave the process
   * @param sensitiveResult whether the result must not leave the process
   * @param objects what JSON says of the program's own objects that the method deals with
   */
  CallSpec(
      CallRole role,
      Identity identity,
      String place,
      @Nullable String query,
      boolean autoSteps,
      boolean sensitiveInput,
      boolean sensitiveResult,
      ObjectForms objects) {
    this.role = role;
    this.identity = identity;
    this.place = place;
    this.query = query;
    this.autoSteps = autoSteps;
    this.sensitiveInput = sensitiveInput;
    this.sensitiveResult = sensitiveResult;
    this.objects = objects;
  }

  /** What calls do with the settings in force. */
  final CallPlan plan(Tracing tracing) {
    CallPlan last = plan;
    if (last == null || !last.isFor(tracing)) {
      last = CallPlan.of(this, tracing);
      plan = last;
    }
    return last;
  }

  final CallRole role() {
    return role;
  }

  final SpanRole spanRole() {
    return role.spanRole();
  }

  final Identity identity() {
    return identity;
  }

  final String place() {
    return place;
  }

  final @Nullable String query() {
    return query;
  }

  final boolean autoSteps() {
    return autoSteps;
  }

  final boolean sensitiveResult() {
    return sensitiveResult;
  }

  /** Whether calls deal with values that must not leave the process. */
  final boolean sensitive() {
    return sensitiveInput || sensitiveResult;
  }

  final ObjectForms objects() {
    return objects;
  }
}
