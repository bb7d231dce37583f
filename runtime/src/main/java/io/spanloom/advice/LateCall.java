package io.spanloom.advice;

import io.spanloom.result.ResultObserver;

/** A call that ends when the stand-in for its result says so. */
interface LateCall extends ResultObserver {

  /** What is delivered. */
  LateText output();

  /** The method's result tells nothing; the call ends like any other. */
  void notLate();
}
