package io.spanloom.anthropic;

import com.anthropic.core.ObjectMappers;
import com.fasterxml.jackson.databind.JsonNode;
import io.spanloom.llm.TokenUsage;
import org.jspecify.annotations.Nullable;

/**
 * The SDK's values in the form they are sent in.
 *
 * <p>That form is the provider's documented interface: the same in every version of the SDK and in
 * its beta types, while accessors come and go.
 */
final class Json {

  private Json() {}

  static JsonNode of(Object value) {
    return ObjectMappers.jsonMapper().valueToTree(value);
  }

  static @Nullable String text(JsonNode object, String member) {
    return object.path(member).textValue();
  }

  static @Nullable Long number(JsonNode object, String member) {
    JsonNode value = object.path(member);
    return value.isNumber() ? Long.valueOf(value.longValue()) : null;
  }

  /** A member that counts tokens, whatever a server sends there. */
  static @Nullable Long tokens(JsonNode object, String member) {
    JsonNode value = object.path(member);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    return TokenUsage.figure(value.isNumber() ? value.numberValue() : value);
  }

  static @Nullable Double decimal(JsonNode object, String member) {
    JsonNode value = object.path(member);
    return value.isNumber() ? Double.valueOf(value.doubleValue()) : null;
  }

  /** A value's JSON text; {@code null} if there is no value. */
  static @Nullable String json(JsonNode value) {
    return value.isMissingNode() || value.isNull() ? null : value.toString();
  }
}
