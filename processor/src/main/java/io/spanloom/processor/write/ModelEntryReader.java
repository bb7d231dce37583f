package io.spanloom.processor.write;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the entries of a model that an earlier compilation wrote, to keep those still true. */
public final class ModelEntryReader {

  private final String model;
  private final JsonParser json;

  private ModelEntryReader(String model, JsonParser json) {
    this.model = model;
    this.json = json;
  }

  /** The entries of a model; none of a text that is not a model of this version's format. */
  public static List<ModelEntry> read(String model) {
    try (JsonParser json = new JsonFactory().createParser(model)) {
      return new ModelEntryReader(model, json).entries();
    } catch (IOException damaged) {
      return List.of();
    }
  }

  private List<ModelEntry> entries() throws IOException {
    List<ModelEntry> entries = new ArrayList<>();
    json.nextToken();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      json.nextToken();
      if (field.equals("formatVersion") && json.getIntValue() != SpanModelWriter.FORMAT_VERSION) {
        return List.of();
      }
      if (field.equals("spans")) {
        while (json.nextToken() == JsonToken.START_OBJECT) {
          entries.add(entry());
        }
      } else {
        json.skipChildren();
      }
    }
    return entries;
  }

  private ModelEntry entry() throws IOException {
    int start = Math.toIntExact(json.currentTokenLocation().getCharOffset());
    Map<String, String> members = new TreeMap<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      if (json.currentToken().isScalarValue()) {
        members.put(name, json.getText());
      }
      json.skipChildren();
    }
    int end = Math.toIntExact(json.currentTokenLocation().getCharOffset()) + 1;
    return new ModelEntry(
        required(members, "class"),
        required(members, "method"),
        required(members, "descriptor"),
        required(members, "aspect"),
        members.getOrDefault("implementations", "").equals("true"),
        model.substring(start, end).replace("\n" + SpanModelWriter.INDENTATION, "\n"));
  }

  private static String required(Map<String, String> members, String name) throws IOException {
    String value = members.get(name);
    if (value == null) {
      throw new IOException("A span lacks " + name);
    }
    return value;
  }
}
