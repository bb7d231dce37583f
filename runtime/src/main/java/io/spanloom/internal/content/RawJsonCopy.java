package io.spanloom.internal.content;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Copies JSON text that others wrote: its strings redacted, its structure kept. */
final class RawJsonCopy {

  private static final JsonFactory JSON = ForeignJson.FACTORY;
  private static final int MAX_DEPTH = 200;
  private static final int MAX_LENGTH = 1 << 20;

  private final JsonBudget out;

  RawJsonCopy(JsonBudget out) {
    this.out = out;
  }

  /** Copies a text; one that is no JSON, or too long, is a string. */
  void copy(String json) throws IOException {
    if (json.length() > MAX_LENGTH || !isJson(json)) {
      out.text(json);
      return;
    }
    try (JsonParser in = JSON.createParser(json)) {
      in.nextToken();
      copy(in, 0);
    }
  }

  /** Asked before anything is written: half a value cannot be taken back. */
  private static boolean isJson(String text) {
    try (JsonParser in = JSON.createParser(text)) {
      if (in.nextToken() == null) {
        return false;
      }
      in.skipChildren();
      return in.nextToken() == null;
    } catch (IOException notJson) {
      return false;
    }
  }

  private void copy(JsonParser in, int depth) throws IOException {
    if (in.currentToken().isStructStart() && depth >= MAX_DEPTH) {
      in.skipChildren();
      out.text("<deeper>");
      return;
    }
    switch (in.currentToken()) {
      case START_OBJECT -> copyObject(in, depth);
      case START_ARRAY -> copyArray(in, depth);
      case VALUE_STRING -> out.text(in.getText());
      default -> out.scalar(in);
    }
  }

  private void copyObject(JsonParser in, int depth) throws IOException {
    out.startObject();
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      String name = in.currentName();
      in.nextToken();
      if (!out.goesOn()) {
        in.skipChildren();
        continue;
      }
      out.name(name);
      if (isTextOrNumber(in) && SecretNames.isName(name)) {
        out.secret(in.getText());
      } else {
        copy(in, depth + 1);
      }
    }
    out.endObject();
  }

  private static boolean isTextOrNumber(JsonParser in) {
    JsonToken token = in.currentToken();
    return token == JsonToken.VALUE_STRING || token.isNumeric();
  }

  private void copyArray(JsonParser in, int depth) throws IOException {
    out.startArray();
    while (in.nextToken() != JsonToken.END_ARRAY) {
      if (out.goesOn()) {
        copy(in, depth + 1);
      } else {
        in.skipChildren();
      }
    }
    out.endArray();
  }
}
