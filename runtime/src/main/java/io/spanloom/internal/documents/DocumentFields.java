package io.spanloom.internal.documents;

import io.spanloom.retrieval.Document;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Receives the parts of one document; {@code null} is ignored. */
public final class DocumentFields {

  private @Nullable String id;
  private @Nullable String content;
  private @Nullable Double score;
  private Map<String, Object> metadata = Map.of();

  DocumentFields() {}

  /** The document's identifier. */
  public void id(@Nullable String value) {
    id = value;
  }

  /** What the document says. */
  public void content(@Nullable String value) {
    content = value;
  }

  /** How well it answers the query. */
  public void score(@Nullable Double value) {
    score = value;
  }

  /** How well it answers the query. */
  public void score(double value) {
    score = value;
  }

  /** What else is known of it. */
  public void metadata(@Nullable Map<?, ?> values) {
    if (values != null && !values.isEmpty()) {
      values.forEach((key, value) -> detail(String.valueOf(key), value));
    }
  }

  /** One thing more that is known of it. */
  public void detail(String name, @Nullable Object value) {
    if (value != null) {
      if (metadata.isEmpty()) {
        metadata = new LinkedHashMap<>();
      }
      metadata.put(name, value);
    }
  }

  @Nullable Document document() {
    return id == null && content == null && score == null
        ? null
        : new Document(id, content, score, metadata);
  }
}
