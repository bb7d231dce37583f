package io.spanloom.convention;

import io.spanloom.content.ContentPart;
import io.spanloom.content.ContentPolicy;
import io.spanloom.content.RawJson;
import io.spanloom.retrieval.Document;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Documents as JSON: {@code [{id, score, content, metadata}]}. */
public final class DocumentJson {

  /** Longer ones are cut: an id is what a reader tells documents apart by, not a text. */
  private static final int MAX_ID = 256;

  private DocumentJson() {}

  /** The documents as the place may hold them, or {@code null} if nothing may be said of any. */
  public static @Nullable String of(
      List<Document> documents, ContentPart part, ContentPolicy content) {
    List<Map<String, Object>> described = new ArrayList<>();
    boolean says = false;
    for (Document document : documents) {
      Map<String, Object> members = members(document, part, content);
      says |= !members.isEmpty();
      described.add(members);
    }
    if (!says) {
      return null;
    }
    MessageBudget.fitted(List.of(Map.of("parts", described)), content);
    return content.ownJson(described);
  }

  /**
   * The id, within bounds; {@code null} if there is none, or if what people called something must
   * not be recorded.
   */
  static @Nullable String id(Document document, ContentPolicy content) {
    String id = document.id();
    if (id == null || !content.settings().freeText()) {
      return null;
    }
    return MessageBudget.head(id, MAX_ID);
  }

  private static Map<String, Object> members(
      Document document, ContentPart part, ContentPolicy content) {
    Map<String, Object> members = new LinkedHashMap<>();
    put(members, "id", id(document, content));
    put(members, "score", document.score());
    if (content.allowed()) {
      String text = document.content();
      put(members, "content", text == null ? null : content.shown(part, text));
      if (!document.metadata().isEmpty()) {
        RawJson metadata = new RawJson(content.json(document.metadata()));
        put(members, "metadata", content.shown(part, metadata));
      }
    }
    return members;
  }

  private static void put(Map<String, Object> members, String name, @Nullable Object value) {
    if (value != null) {
      members.put(name, value);
    }
  }
}
