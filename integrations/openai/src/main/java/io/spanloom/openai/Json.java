package io.spanloom.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.openai.core.JsonField;
import com.openai.core.ObjectMappers;
import io.spanloom.llm.TokenUsage;
import java.util.ArrayList;
import java.util.List;
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

  /**
   * A field's value, also one that the SDK has no type for; a missing node if it is absent, null,
   * or cannot be written.
   */
  static JsonNode of(JsonField<?> field) {
    Object value = field.asKnown().<Object>map(typed -> typed).orElse(null);
    if (value == null) {
      value = field.asUnknown().orElse(null);
    }
    return value == null ? MissingNode.getInstance() : node(value);
  }

  /** The elements of a list, each on its own: one that cannot be written costs no other. */
  static List<JsonNode> elements(JsonField<? extends List<?>> field) {
    List<JsonNode> elements = new ArrayList<>();
    List<?> typed = field.asKnown().<List<?>>map(list -> list).orElse(null);
    if (typed != null) {
      typed.forEach(element -> elements.add(node(element)));
    } else {
      of(field).forEach(elements::add);
    }
    return elements;
  }

  private static JsonNode node(@Nullable Object value) {
    try {
      return MAPPER.valueToTree(value);
    } catch (IllegalArgumentException | IllegalStateException unwritable) {
      return MissingNode.getInstance();
    }
  }

  /** A number, however its JSON has it; {@code null} if the field is none. */
  static @Nullable Double decimal(JsonField<Double> field) {
    Double typed = field.asKnown().orElse(null);
    if (typed != null) {
      return typed;
    }
    JsonNode value = of(field);
    return value.isNumber() ? Double.valueOf(value.doubleValue()) : null;
  }

  /** A whole number, likewise. */
  static @Nullable Long whole(JsonField<Long> field) {
    Long typed = field.asKnown().orElse(null);
    if (typed != null) {
      return typed;
    }
    JsonNode value = of(field);
    return value.isIntegralNumber() && value.canConvertToLong()
        ? Long.valueOf(value.longValue())
        : null;
  }

  /** A value's JSON text; {@code null} if there is no value. */
  static @Nullable String json(JsonNode value) {
    return value.isMissingNode() || value.isNull() ? null : value.toString();
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
}
