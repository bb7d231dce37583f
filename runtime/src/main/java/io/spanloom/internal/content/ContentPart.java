package io.spanloom.internal.content;

/**
 * The parts of content that can be hidden one by one while others are recorded.
 *
 * <p>They are what the {@code OPENINFERENCE_HIDE_*} variables of the OpenInference specification
 * (trace configuration) tell apart. A hidden part is hidden under every convention's keys.
 */
public enum ContentPart {
  /** What a call was given: {@code input.value}, a tool's arguments, a query. */
  INPUT,
  /** What a call gave back: {@code output.value}, a tool's result, retrieved documents. */
  OUTPUT,
  /** The text of messages sent to a model, the system's included. */
  INPUT_TEXT,
  /** The arguments of tool calls in messages sent to a model. */
  INPUT_ARGUMENTS,
  /** Images a call was given, as {@code data:image/…;base64,…}. */
  INPUT_IMAGE,
  /** The text of a model's messages. */
  OUTPUT_TEXT,
  /** The arguments of the tool calls a model asks for. */
  OUTPUT_ARGUMENTS,
  /** The definitions of the tools offered to a model. */
  TOOL_DEFINITIONS,
  /** The parameters of a model call: temperature, limits, stop sequences. */
  INVOCATION_PARAMETERS,
  /** Prompts and their templates. */
  PROMPT,
  /** A completion's choices. */
  CHOICE,
  /** The texts that were embedded. */
  EMBEDDING_TEXT,
  /** The vectors they were embedded as. */
  EMBEDDING_VECTOR
}
