package io.spanloom.internal.content;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * JSON as the usual libraries keep it: Jackson's, Gson's, JSON-P's and org.json's trees, whose text
 * is JSON. They are known by name, for the program need not have any of them.
 */
public final class JsonTrees {

  private static final Set<String> TYPES =
      Set.of(
          "com.fasterxml.jackson.databind.JsonNode",
          "tools.jackson.databind.JsonNode",
          "com.google.gson.JsonElement",
          "jakarta.json.JsonValue",
          "javax.json.JsonValue",
          "org.json.JSONObject",
          "org.json.JSONArray");

  private static final ClassValue<Boolean> KNOWN =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          return isTree(type);
        }
      };

  private JsonTrees() {}

  /** The JSON text of a tree; {@code null} if the value is none, or has none. */
  public static @Nullable String text(Object value) {
    if (!KNOWN.get(value.getClass())) {
      return null;
    }
    try {
      return value.toString();
    } catch (RuntimeException itsOwnFault) {
      return null;
    }
  }

  private static boolean isTree(@Nullable Class<?> type) {
    if (type == null || type == Object.class) {
      return false;
    }
    if (TYPES.contains(type.getName()) || isTree(type.getSuperclass())) {
      return true;
    }
    for (Class<?> implemented : type.getInterfaces()) {
      if (isTree(implemented)) {
        return true;
      }
    }
    return false;
  }
}
