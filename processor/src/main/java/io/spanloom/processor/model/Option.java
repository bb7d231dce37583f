package io.spanloom.processor.model;

/** A member of a span annotation other than its name, in the order generated code states them. */
public enum Option {
  ID("id"),
  VERSION("version"),
  DESCRIPTION("description"),
  STEPS("steps"),
  TASK_KIND("kind"),
  TOOL_TYPE("type"),
  PROVIDER("provider"),
  MODEL("model"),
  OPERATION("operation"),
  DATA_SOURCE("dataSource");

  private final String member;

  Option(String member) {
    this.member = member;
  }

  /** The annotation member that sets it. */
  public String member() {
    return member;
  }
}
