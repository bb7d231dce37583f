package io.spanloom.internal.call;

import io.spanloom.internal.session.AutoSteps;
import io.spanloom.llm.LlmRequest;
import io.spanloom.llm.ProviderErrors;
import org.jspecify.annotations.Nullable;

/** What only some calls have, so that the others need not clear it; reused from call to call. */
final class CallDetails {

  private @Nullable LlmRequest request;
  private @Nullable ProviderErrors adapter;
  private @Nullable Object roleState;
  private @Nullable CallEvent event;
  private @Nullable Measurement measurement;
  private AutoSteps.@Nullable Step step;
  private boolean sensitiveBelow;
  private @Nullable RecordedException exceptionBelow;
  private @Nullable String statedErrorType;
  private boolean any;

  void forget() {
    if (!any) {
      return;
    }
    any = false;
    request = null;
    adapter = null;
    roleState = null;
    event = null;
    measurement = null;
    step = null;
    sensitiveBelow = false;
    exceptionBelow = null;
    statedErrorType = null;
  }

  /** Takes over what was set on another call before it started. */
  void copyFrom(CallDetails other) {
    any = true;
    request = other.request;
    adapter = other.adapter;
  }

  @Nullable LlmRequest request() {
    return request;
  }

  void setRequest(@Nullable LlmRequest read) {
    any = true;
    request = read;
  }

  @Nullable ProviderErrors adapter() {
    return adapter;
  }

  void setAdapter(ProviderErrors found) {
    any = true;
    adapter = found;
  }

  @Nullable Object roleState() {
    return roleState;
  }

  void setRoleState(Object kept) {
    any = true;
    roleState = kept;
  }

  @Nullable CallEvent event() {
    return event;
  }

  void setEvent(CallEvent begun) {
    any = true;
    event = begun;
  }

  Measurement measurement() {
    return measurement == null ? Measurement.NONE : measurement;
  }

  void setMeasurement(Measurement begun) {
    any = true;
    measurement = begun;
  }

  AutoSteps.@Nullable Step step() {
    return step;
  }

  void setStep(AutoSteps.@Nullable Step opened) {
    any = true;
    step = opened;
  }

  boolean isSensitiveBelow() {
    return sensitiveBelow;
  }

  void setSensitiveBelow() {
    any = true;
    sensitiveBelow = true;
  }

  @Nullable RecordedException exceptionBelow() {
    return exceptionBelow;
  }

  void setExceptionBelow(@Nullable RecordedException recorded) {
    any |= recorded != null;
    exceptionBelow = recorded;
  }

  @Nullable String statedErrorType() {
    return statedErrorType;
  }

  void setStatedErrorType(String type) {
    any = true;
    statedErrorType = type;
  }
}
