package io.spanloom.internal.call;

import io.opentelemetry.api.trace.SpanKind;
import io.spanloom.internal.content.ObjectForms;
import io.spanloom.internal.convention.Identity;
import io.spanloom.internal.convention.SpanRole;
import org.jspecify.annotations.Nullable;

/** The description of one traced method, or of one call that is traced from code. */
public class CallSpec {

  private final CallRole role;
  private final Identity identity;
  private final String place;
  private final @Nullable String query;
  private final boolean autoSteps;
  private final boolean sensitiveInput;
  private final boolean sensitiveResult;
  private final boolean keepsAttributes;
  private final ObjectForms objects;
  private final SpanKind kind;

  private volatile @Nullable CallPlan plan;

  /**
   * A description.
   *
   * @param place the method, for our own log
   * @param query the input that documents are searched or ranked by, or {@code null}
   * @param autoSteps whether model calls directly below open their own reasoning spans
   * @param sensitiveInput whether an argument must not leave the process
   * @param sensitiveResult whether the result must not leave the process
   * @param keepsAttributes whether attributes are kept until the span starts, since one of them may
   *     name it, or the call may be made again
   * @param objects what JSON says of the program's own objects that the method deals with
   * @param kind the span's kind
   */
  public CallSpec(
      CallRole role,
      Identity identity,
      String place,
      @Nullable String query,
      boolean autoSteps,
      boolean sensitiveInput,
      boolean sensitiveResult,
      boolean keepsAttributes,
      ObjectForms objects,
      SpanKind kind) {
    this.role = role;
    this.identity = identity;
    this.place = place;
    this.query = query;
    this.autoSteps = autoSteps;
    this.sensitiveInput = sensitiveInput;
    this.sensitiveResult = sensitiveResult;
    this.keepsAttributes = keepsAttributes;
    this.objects = objects;
    this.kind = kind;
  }

  /** What calls do with the settings in force. */
  public final CallPlan plan(Tracing tracing) {
    CallPlan last = plan;
    if (last == null || !last.isFor(tracing)) {
      last = CallPlan.of(this, tracing);
      plan = last;
    }
    return last;
  }

  public final CallRole role() {
    return role;
  }

  public final SpanRole spanRole() {
    return role.spanRole();
  }

  public final SpanKind kind() {
    return kind;
  }

  public final Identity identity() {
    return identity;
  }

  public final String place() {
    return place;
  }

  public final @Nullable String query() {
    return query;
  }

  public final boolean autoSteps() {
    return autoSteps;
  }

  public final boolean sensitiveResult() {
    return sensitiveResult;
  }

  /** Whether calls deal with values that must not leave the process. */
  final boolean sensitive() {
    return sensitiveInput || sensitiveResult;
  }

  public final boolean keepsAttributes() {
    return keepsAttributes;
  }

  /** Whether all arguments are captured: code that is no method may not say what it was given. */
  public final boolean seesArguments() {
    return !sensitiveInput && !place.equals(identity.name());
  }

  public final ObjectForms objects() {
    return objects;
  }
}
