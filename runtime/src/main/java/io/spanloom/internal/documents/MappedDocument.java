package io.spanloom.internal.documents;

import io.spanloom.retrieval.Document;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a document off a map, as databases and JSON give it, by the usual names of its members. */
final class MappedDocument {

  private static final List<String> IDS = List.of("id", "_id", "documentid", "docid", "chunkid");
  private static final List<String> TEXTS =
      List.of("content", "text", "pagecontent", "body", "chunk", "passage");
  private static final List<String> SCORES =
      List.of("score", "_score", "relevancescore", "relevance", "similarity");

  private MappedDocument() {}

  /** The document, or {@code null} if no member has such a name. */
  static @Nullable Document of(Map<?, ?> map) {
    String id = text(member(map, IDS));
    String content = text(member(map, TEXTS));
    Double score = member(map, SCORES) instanceof Number number ? number.doubleValue() : null;
    Object metadata = member(map, List.of("metadata"));
    return id == null && content == null && score == null
        ? null
        : new Document(id, content, score, asMetadata(metadata));
  }

  /** A text or a number as text; {@code null} for anything else. */
  static @Nullable String text(@Nullable Object value) {
    return value instanceof CharSequence || value instanceof Number ? value.toString() : null;
  }

  @SuppressWarnings("unchecked") // keys are shown by what they are
  private static Map<String, ?> asMetadata(@Nullable Object metadata) {
    return metadata instanceof Map<?, ?> map ? (Map<String, ?>) map : Map.of();
  }

  private static @Nullable Object member(Map<?, ?> map, List<String> names) {
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (entry.getKey() instanceof String key && names.contains(plain(key))) {
        return entry.getValue();
      }
    }
    return null;
  }

  /** As in {@code documentId}, {@code document_id}, {@code DOCUMENT_ID}. */
  private static String plain(String key) {
    String lower = key.toLowerCase(Locale.ROOT);
    return lower.charAt(0) == '_' ? lower : lower.replace("_", "").replace("-", "");
  }
}
