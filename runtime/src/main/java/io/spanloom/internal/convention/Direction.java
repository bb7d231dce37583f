package io.spanloom.internal.convention;

import io.spanloom.internal.content.ContentPart;

/** Whether messages go to a model or come from it; each way can be hidden on its own. */
enum Direction {
  INPUT(ContentPart.INPUT_TEXT, ContentPart.INPUT_ARGUMENTS),
  OUTPUT(ContentPart.OUTPUT_TEXT, ContentPart.OUTPUT_ARGUMENTS);

  private final ContentPart text;
  private final ContentPart arguments;

  Direction(ContentPart text, ContentPart arguments) {
    this.text = text;
    this.arguments = arguments;
  }

  /** What a message's text is. */
  ContentPart text() {
    return text;
  }

  /** What the arguments of a message's tool calls are. */
  ContentPart arguments() {
    return arguments;
  }
}
