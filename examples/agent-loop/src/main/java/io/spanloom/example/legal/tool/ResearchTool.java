package io.spanloom.example.legal.tool;

/**
 * A tool: what the model is told about it, and how a call reaches the method that does the work.
 */
public interface ResearchTool {

  /** What the model is told. */
  ToolDescription description();

  /**
   * Does the work.
   *
   * @param callId the identifier the provider issued for this call
   * @return the result, to be sent to the model as JSON
   * @throws ToolException when the work cannot be done
   */
  Object call(String callId, ToolArguments arguments) throws ToolException;
}
