package io.spanloom.internal.toolcall;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.spanloom.internal.content.ForeignJson;
import java.io.IOException;

/** Reads digests off JSON text: what is {@code null} is as good as left out. */
final class JsonLeaves {

  private static final JsonFactory JSON = ForeignJson.FACTORY;

  private final JsonParser parser;
  private final Digests digests;
  private final Leaves leaves;

  private JsonLeaves(JsonParser parser, Digests digests, Leaves leaves) {
    this.parser = parser;
    this.digests = digests;
    this.leaves = leaves;
  }

  /**
   * Adds the values of a text.
   *
   * @throws IOException if the text is no JSON
   */
  static void read(String json, Digests digests, Leaves leaves) throws IOException {
    read(json, digests, leaves, Digests.ROOT, Digests.ROOT, 0);
  }

  /**
   * Adds the values of a text that is the value at a path.
   *
   * @throws IOException if the text is no JSON
   */
  static void read(String json, Digests digests, Leaves leaves, long path, long parent, int depth)
      throws IOException {
    try (JsonParser parser = JSON.createParser(json)) {
      if (parser.nextToken() != null) {
        new JsonLeaves(parser, digests, leaves).read(path, parent, depth);
      }
      if (leaves.isComplete() && parser.nextToken() != null) {
        throw new IOException("More than one value");
      }
    }
  }

  /** The text that a JSON text says, if it says an object; else the JSON text. */
  static String textOf(String json) {
    try (JsonParser parser = JSON.createParser(json)) {
      String text = parser.nextToken() == JsonToken.VALUE_STRING ? parser.getText() : json;
      return parser.nextToken() == null && RequestedArguments.looksLikeJson(text) ? text : json;
    } catch (IOException malformed) {
      return json;
    }
  }

  /** The digest of a text that is an element of an array. */
  static ValueDigest value(String json, Digests digests, Leaves leaves, int depth) {
    try (JsonParser parser = JSON.createParser(json)) {
      return parser.nextToken() == null
          ? digests.nothing()
          : new JsonLeaves(parser, digests, leaves).value(depth);
    } catch (IOException malformed) {
      return digests.opaque(json);
    }
  }

  private void read(long path, long parent, int depth) throws IOException {
    if (!leaves.goesOn(depth)) {
      return;
    }
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      leaves.addObject(path, /* declared= */ false);
      while (leaves.isComplete() && parser.nextToken() == JsonToken.FIELD_NAME) {
        long member = digests.path(path, parser.currentName());
        parser.nextToken();
        read(member, path, depth + 1);
      }
    } else if (parser.currentToken() != JsonToken.VALUE_NULL) {
      leaves.add(path, parent, leaves.wants(path) ? value(depth) : unread());
    }
  }

  private ValueDigest unread() throws IOException {
    parser.skipChildren();
    return ValueDigest.UNREAD;
  }

  private ValueDigest value(int depth) throws IOException {
    return switch (parser.currentToken()) {
      case VALUE_STRING -> digests.text(parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> digests.number(parser.getText());
      case VALUE_TRUE, VALUE_FALSE -> digests.truth(parser.getBooleanValue());
      case START_ARRAY -> array(depth + 1);
      case START_OBJECT -> object(depth + 1);
      default -> digests.nothing();
    };
  }

  private ValueDigest array(int depth) throws IOException {
    Digests.Array array = digests.array();
    while (leaves.goesOn(depth) && parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(value(depth));
    }
    return array.end(false);
  }

  private ValueDigest object(int depth) throws IOException {
    Digests.NestedObject object = digests.object();
    while (leaves.goesOn(depth) && parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      if (parser.nextToken() != JsonToken.VALUE_NULL) {
        object.add(name, value(depth));
      }
    }
    return object.end();
  }
}
