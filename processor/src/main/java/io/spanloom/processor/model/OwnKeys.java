package io.spanloom.processor.model;

/** Keys of our own, for what the conventions have none. */
public final class OwnKeys {

  /** Whether a guardrail let pass what it checked. */
  public static final String GUARDRAIL_PASSED = "spanloom.guardrail.passed";

  /** What a guardrail decided. */
  public static final String GUARDRAIL_OUTCOME = "spanloom.guardrail.outcome";

  /** Why a guardrail decided so; content. */
  public static final String GUARDRAIL_REASON = "spanloom.guardrail.reason";

  private OwnKeys() {}
}
