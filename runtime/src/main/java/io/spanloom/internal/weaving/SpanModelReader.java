package io.spanloom.internal.weaving;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the methods of {@code META-INF/spanloom/span-model.json}. */
final class SpanModelReader {

  private SpanModelReader() {}

  static List<TracedMethod> read(URL model) throws IOException {
    URLConnection connection = model.openConnection();
    connection.setUseCaches(false); // else the jar stays open
    try (InputStream in = connection.getInputStream();
        JsonParser json = new JsonFactory().createParser(in)) {
      List<TracedMethod> methods = new ArrayList<>();
      while (json.nextToken() != null) {
        if (json.currentToken() == JsonToken.FIELD_NAME && json.currentName().equals("spans")) {
          spans(json, methods);
        }
      }
      return methods;
    }
  }

  private static void spans(JsonParser json, List<TracedMethod> methods) throws IOException {
    if (json.nextToken() != JsonToken.START_ARRAY) {
      return;
    }
    while (json.nextToken() == JsonToken.START_OBJECT) {
      TracedMethod method = method(texts(json));
      if (!method.aspect().isEmpty()) {
        methods.add(method);
      }
    }
  }

  /** The members of an object that are no objects themselves. */
  private static Map<String, String> texts(JsonParser json) throws IOException {
    Map<String, String> texts = new HashMap<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      if (json.nextToken().isScalarValue()) {
        texts.put(name, json.getText());
      } else {
        json.skipChildren();
      }
    }
    return texts;
  }

  private static TracedMethod method(Map<String, String> texts) {
    return new TracedMethod(
        texts.getOrDefault("class", ""),
        texts.getOrDefault("method", ""),
        texts.getOrDefault("annotation", ""),
        texts.getOrDefault("spanName", ""),
        texts.getOrDefault("aspect", ""),
        Boolean.parseBoolean(texts.get("implementations")));
  }
}
