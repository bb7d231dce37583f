package io.spanloom.internal.convention;

import io.spanloom.internal.content.BoundedJson;
import io.spanloom.internal.content.ContentPart;
import io.spanloom.internal.content.ContentPolicy;
import io.spanloom.internal.content.RawJson;
import io.spanloom.retrieval.Document;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Documents as JSON: {@code [{id, score, content, metadata}]}. */
public final class DocumentJson {

  /** Longer ones are cut: an id identifies a document and is no text. */
  private static final int MAX_ID = 256;

  private DocumentJson() {}

  /** The documents as the place may hold them, or {@code null} if nothing may be said of any. */
  public static @Nullable String of(
      List<Document> documents, ContentPart part, ContentPolicy content) {
    List<Shown> shown = new ArrayList<>(documents.size());
    boolean says = false;
    for (Document document : documents) {
      Shown visible = shown(document, part, content);
      says |= visible.says();
      shown.add(visible);
    }
    if (!says) {
      return null;
    }
    MessageBudget budget = new MessageBudget(content);
    budget.structure();
    shown.forEach(document -> document.count(budget));
    return content.ownJson(out -> write(shown, budget, out));
  }

  private static void write(List<Shown> documents, MessageBudget budget, BoundedJson out)
      throws IOException {
    out.startArray();
    for (Shown document : documents) {
      if (out.goesOn()) {
        document.write(budget, out);
      }
    }
    out.endArray();
  }

  /**
   * The id, within bounds; {@code null} if there is none, or if what people called something must
   * not be recorded.
   */
  public static @Nullable String id(Document document, ContentPolicy content) {
    String id = document.id();
    if (id == null || !content.settings().freeText()) {
      return null;
    }
    return MessageBudget.head(id, MAX_ID);
  }

  private static Shown shown(Document document, ContentPart part, ContentPolicy content) {
    String id = id(document, content);
    if (!content.allowed()) {
      return new Shown(id, document.score(), null, null);
    }
    String text = document.content();
    RawJson metadata =
        document.metadata().isEmpty() ? null : new RawJson(content.json(document.metadata()));
    return new Shown(
        id,
        document.score(),
        text == null ? null : content.shown(part, text),
        metadata == null ? null : content.shown(part, metadata));
  }

  /** What may be said of a document. */
  private record Shown(
      @Nullable String id,
      @Nullable Double score,
      @Nullable Object content,
      @Nullable Object metadata) {

    boolean says() {
      return id != null || score != null || content != null || metadata != null;
    }

    void count(MessageBudget budget) {
      budget.structure();
      budget.kept(id);
      budget.kept(score);
      budget.text(content);
      budget.kept(metadata);
    }

    void write(MessageBudget budget, BoundedJson out) throws IOException {
      out.startObject();
      out.member("id", id);
      out.member("score", score);
      out.member("content", budget.fitted(content));
      out.member("metadata", metadata);
      out.endObject();
    }
  }
}
