package io.spanloom.weaver.blueprint;

/** What a blueprint can show to be doubtful; {@code docs/blueprint.md} explains each. */
public enum Lint {
  /** A model call or tool that can run with no workflow or agent around it. */
  OUTSIDE_RUN(
      "OutsideRun",
      "A model call or a tool runs in a workflow or an agent, whose span sums up its cost and keeps"
          + " its tool calls together",
      "Annotate the caller with @Workflow or @Agent, or call it from one"),

  /** An annotated method that no code in sight calls. */
  UNREACHED_SPAN(
      "UnreachedSpan",
      "An annotated method is meant to run",
      "Remove it if it is left over; ignore this if a framework or reflection calls it"),

  /** The same of one that other modules can call: no more than a hint. */
  UNREACHED_PUBLIC_SPAN(
      "UnreachedPublicSpan",
      "An annotated method is meant to run",
      "Where no other module, framework or reflection calls it, it is left over"),

  /** A tool that can never learn its call id. */
  NO_TOOL_CALL_ID(
      "NoToolCallId",
      "A tool's span carries the id of the call that a model asked for",
      "Add a @ToolCallId parameter, open ToolCalls.scope(id) around the call, or annotate the"
          + " method that calls the model with @LlmCall");

  private final String code;
  private final String rule;
  private final String fix;

  Lint(String code, String rule, String fix) {
    this.code = code;
    this.rule = rule;
    this.fix = fix;
  }

  /** The name under which it is documented. */
  public String code() {
    return code;
  }

  /** What should hold. */
  public String rule() {
    return rule;
  }

  /** Whether it may well be right as it is, so that it is no reason to fail a build. */
  public boolean isHint() {
    return this == UNREACHED_PUBLIC_SPAN;
  }

  /** What to do where it does not. */
  public String fix() {
    return fix;
  }
}
