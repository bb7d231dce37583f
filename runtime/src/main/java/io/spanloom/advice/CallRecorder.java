package io.spanloom.advice;

/** Records one thing of a call, on its span, in its event or in what is measured. */
@FunctionalInterface
interface CallRecorder {

  /** Records it; what this throws costs the call this one thing. */
  void record(Call call);
}
