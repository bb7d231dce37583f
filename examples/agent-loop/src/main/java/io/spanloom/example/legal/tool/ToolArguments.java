package io.spanloom.example.legal.tool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/** The arguments of one call as the model wrote them; a model may write anything. */
public final class ToolArguments {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonNode arguments;

  private ToolArguments(JsonNode arguments) {
    this.arguments = arguments;
  }

  /** Reads the arguments. */
  public static ToolArguments parse(String json) throws ToolException {
    try {
      return new ToolArguments(JSON.readTree(json));
    } catch (JsonProcessingException malformed) {
      throw new ToolException("The arguments are not JSON");
    }
  }

  /** A text that must be there. */
  String text(String name) throws ToolException {
    JsonNode value = arguments.path(name);
    if (!value.isTextual() || value.asText().isBlank()) {
      throw new ToolException("The argument '" + name + "' must be a text");
    }
    return value.asText();
  }

  /** A whole number, brought into a range. */
  int integer(String name, int smallest, int largest) throws ToolException {
    JsonNode value = arguments.path(name);
    if (!value.canConvertToInt()) {
      throw new ToolException("The argument '" + name + "' must be a whole number");
    }
    return Math.max(smallest, Math.min(largest, value.asInt()));
  }

  /** A list of texts; empty when it is not there. */
  List<String> texts(String name) throws ToolException {
    List<String> texts = new ArrayList<>();
    for (JsonNode value : arguments.path(name)) {
      if (!value.isTextual()) {
        throw new ToolException("The argument '" + name + "' must be a list of texts");
      }
      texts.add(value.asText());
    }
    return texts;
  }
}
