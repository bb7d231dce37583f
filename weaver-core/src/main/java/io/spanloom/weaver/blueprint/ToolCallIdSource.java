package io.spanloom.weaver.blueprint;

/** How a tool's span finds the id of the call it executes. */
public enum ToolCallIdSource {
  /** The id is a parameter, {@code @ToolCallId}. */
  PARAMETER,
  /** The program opens a {@code ToolCalls.scope} around the call, or took it from a message. */
  SCOPE,
  /** The tool takes the pending call of a model's response that fits best. */
  PENDING,
  /** Another library calls the tool, which its annotation marks, when a model has asked for it. */
  FRAMEWORK,
  /** Nothing here could tell the id. */
  NONE
}
