package io.spanloom.example.legal.tool;

/** A tool: its description for the model, and how a call reaches the method that does the work. */
public interface ResearchTool {

  /** The description for the model. */
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
