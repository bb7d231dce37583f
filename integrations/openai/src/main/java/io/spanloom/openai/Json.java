package io.spanloom.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.openai.core.JsonField;
import com.openai.core.ObjectMappers;
import io.spanloom.llm.TokenUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Values as they go over the wire.
 *
 * <p>The SDK keeps what its version has no accessor for, so its oldest and its newest are read
 * alike. Nothing here insists on members that OpenAI-compatible servers leave out.
 */
final class Json {

  private static final JsonMapper MAPPER = ObjectMappers.jsonMapper();

  private Json() {}

  /** A field's value; a missing node if it is absent, null or of another shape than documented. */
  static JsonNode of(JsonField<?> field) {
    return field.asKnown().<JsonNode>map(MAPPER::valueToTree).orElseGet(MissingNode::getInstance);
  }

  /** A member that is a text. */
  static @Nullable String text(JsonNode object, String member) {
    return text(object.path(member));
  }

  /** A text, or {@code null}. */
  static @Nullable String text(JsonNode value) {
    return value.isTextual() ? value.textValue() : null;
  }

  /** A member that is a whole number. */
  static @Nullable Long number(JsonNode object, String member) {
    JsonNode value = object.path(member);
    return value.isIntegralNumber() ? Long.valueOf(value.longValue()) : null;
  }

  /** A member that counts tokens, whatever a server sends there. */
  static @Nullable Long tokens(JsonNode object, String member) {
    JsonNode value = object.path(member);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    return TokenUsage.figure(value.isNumber() ? value.numberValue() : value);
  }

  /** The texts in a value that is a text or a list. */
  static List<String> texts(JsonNode oneOrMore) {
    String only = text(oneOrMore);
    if (only != null) {
      return List.of(only);
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode each : oneOrMore) {
      String text = text(each);
      if (text != null) {
        texts.add(text);
      }
    }
    return texts;
  }

  /**
   * What is said in a content that is a text, or a list of parts of which some have one. Images,
   * audio and files are not looked at.
   */
  static @Nullable String contentText(JsonNode content) {
    if (!content.isArray()) {
      return text(content);
    }
    StringJoiner contentText = new StringJoiner("\n");
    contentText.setEmptyValue("");
    for (JsonNode part : content) {
      String text = text(part, "text");
      String refusal = text(part, "refusal");
      if (text != null || refusal != null) {
        contentText.add(text != null ? text : refusal);
      }
    }
    return contentText.toString();
  }
}
